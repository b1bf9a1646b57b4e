import { sql } from "kysely";
import type { Tx } from "../client.server.ts";

export type NewOrderEvent = {
  readonly orderId: number;
  readonly kind: string;
  readonly actorKind: string;
  readonly actorAccountId: number | null;
  readonly actorName: string;
  readonly detail: unknown;
};

/** @returns their ids */
export async function insertOrderEvents(tx: Tx, events: readonly NewOrderEvent[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    insert into order_event (order_id, kind, actor_kind, actor_account_id, actor_name, detail)
    select "orderId", kind, "actorKind", "actorAccountId", "actorName", detail
      from json_to_recordset(${JSON.stringify(events)}::json)
             as e("orderId" bigint, kind text, "actorKind" text, "actorAccountId" bigint, "actorName" text, detail jsonb)
    returning id`.execute(tx);
  return rows.map((row) => row.id);
}
