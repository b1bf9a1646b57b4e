import type { Db } from "#db/client.server.ts";
import { findAuditOfRows } from "#db/queries/audit.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";
import { AUDIT_ACTIONS, type AuditAction, type AuditThing } from "./audit-actions.ts";
import { explainAudit } from "./explain-audit.ts";

const MOST = 30;

export type AuditEntry = {
  readonly id: number;
  readonly at: Date;
  /** "Menetapkan warung" */
  readonly title: string;
  /** "Bu Dewi, Provinsi Lampung · Nomor SK: …" */
  readonly note: string;
};

/** What officers did to one thing, newest first: the last thirty. One query. @throws NotLoggedIn, NotAllowed */
export async function findAuditOf(
  db: Db,
  actor: Actor,
  { thing, key }: { thing: AuditThing; key: string },
): Promise<AuditEntry[]> {
  asOfficer(actor);
  const rows = await findAuditOfRows(db, thing, key, MOST);
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    title: AUDIT_ACTIONS[row.action as AuditAction] ?? row.action,
    note: [`${row.actor_name}, ${row.office}`, ...explainAudit(row.detail)].join(" · "),
  }));
}
