import type { Tx } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";
import { AUDIT_ACTIONS, type AuditAction, type AuditThing } from "./audit-actions.ts";
import { explainAudit } from "./explain-audit.ts";

export type Audited = {
  readonly action: AuditAction;
  readonly thing: AuditThing;
  /** what its address is made of: a code, a slug, a key */
  readonly key: string;
  readonly name: string;
  /** where it belongs; null for what concerns the whole province */
  readonly regencyCode: string | null;
  /** before, after, reason; never a NIK, an account number or a password */
  readonly detail?: Readonly<Record<string, unknown>>;
};

/**
 * Writes into the officers' record what was changed, in the transaction that changes it. The program itself (seed,
 * jobs) leaves none: it is not an officer.
 * @throws NotLoggedIn, NotAllowed, SecondFactorNeeded
 */
export async function recordAudit(tx: Tx, actor: Actor, audited: Audited): Promise<void> {
  if (actor.kind === "system") return;
  const officer = asOfficer(actor);
  const { action, thing, key, name, regencyCode, detail = {} } = audited;
  await insertAudit(tx, {
    accountId: officer.accountId,
    actorName: officer.name,
    office: officer.office,
    action,
    thing,
    thingKey: key,
    thingName: name,
    regencyCode,
    detail,
    searchText: [
      officer.name,
      officer.office,
      AUDIT_ACTIONS[action],
      key,
      name,
      ...explainAudit(detail),
    ].join(" "),
  });
}
