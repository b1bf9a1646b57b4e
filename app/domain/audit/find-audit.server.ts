import type { Db } from "#db/client.server.ts";
import { type AuditRow, findAuditRows, listAuditOfficers } from "#db/queries/audit.ts";
import { addMinutes, midnightWib } from "../../lib/clock.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";
import { AUDIT_ACTIONS, type AuditAction } from "./audit-actions.ts";
import { explainAudit } from "./explain-audit.ts";
import { thingAddress } from "./thing-address.ts";

const PER_PAGE = 30;

export type AuditQuestion = {
  readonly words: string;
  readonly action: string | undefined;
  readonly officerId: number | undefined;
  readonly thing: string | undefined;
  /** WIB days, both included: `2026-11-24` */
  readonly from: string | undefined;
  readonly until: string | undefined;
  /** id of the last one seen */
  readonly after: number | undefined;
};

export type AuditEntry = Pick<AuditRow, "id" | "at" | "actor_name" | "office" | "thing_name"> & {
  readonly action: string;
  readonly address: string | null;
  readonly detail: readonly string[];
};

/**
 * What officers changed, newest first. Officers of a regency see what concerns it, and what they did themselves; the
 * province sees everything. At most two queries.
 * @throws NotLoggedIn, NotAllowed, SecondFactorNeeded
 */
export async function findAudit(
  db: Db,
  actor: Actor,
  question: AuditQuestion,
): Promise<{ entries: AuditEntry[]; next: number | null; officers: { id: number; name: string }[] }> {
  const { regencyCode, accountId } = asOfficer(actor);
  const { from, until, words, ...rest } = question;
  const [rows, officers] = await Promise.all([
    findAuditRows(db, {
      ...rest,
      words: words.split(/\s+/).filter(Boolean).slice(0, 8),
      from: from ? midnightWib(from) : undefined,
      until: until ? addMinutes(midnightWib(until), 24 * 60) : undefined,
      regencyCode,
      accountId,
      limit: PER_PAGE + 1,
    }),
    listAuditOfficers(db, { regencyCode }),
  ]);
  const entries = rows.slice(0, PER_PAGE).map(({ action, thing, thing_key, detail, ...row }) => ({
    ...row,
    action: AUDIT_ACTIONS[action as AuditAction] ?? action,
    address: thingAddress(thing, thing_key),
    detail: explainAudit(detail),
  }));
  return { entries, next: rows.length > PER_PAGE ? entries.at(-1)!.id : null, officers };
}
