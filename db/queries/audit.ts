import { sql } from "kysely";
import type { Tx } from "../client.server.ts";

export type AuditRecord = {
  readonly accountId: number | null;
  readonly actorName: string;
  readonly office: string;
  readonly action: string;
  readonly thing: string;
  readonly thingKey: string;
  readonly thingName: string;
  readonly regencyCode: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly searchText: string;
};

export async function insertAudit(tx: Tx, row: AuditRecord): Promise<void> {
  await tx
    .insertInto("audit_log")
    .values({
      account_id: row.accountId,
      actor_name: row.actorName,
      office: row.office,
      action: row.action,
      thing: row.thing,
      thing_key: row.thingKey,
      thing_name: row.thingName,
      regency_code: row.regencyCode,
      detail: JSON.stringify(row.detail),
      search_text: sql<string>`lower(unaccent(${row.searchText}))`,
    })
    .execute();
}
