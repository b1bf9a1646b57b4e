import type { Tx } from "#db/client.server.ts";
import type { Actor } from "../accounts/actor.ts";
import type { AuditAction } from "../audit/audit-actions.ts";
import { recordAudit } from "../audit/record-audit.server.ts";

/** Writes into the officers' record what was done to a warung. @throws NotLoggedIn, NotAllowed, SecondFactorNeeded */
export async function recordWarungAudit(
  tx: Tx,
  actor: Actor,
  action: Extract<AuditAction, `warung.${string}`>,
  warung: { readonly slug: string; readonly name: string; readonly regency_code: string },
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { slug, name, regency_code } = warung;
  await recordAudit(tx, actor, {
    action,
    thing: "warung",
    key: slug,
    name,
    regencyCode: regency_code,
    detail,
  });
}
