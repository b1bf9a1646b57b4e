import { sql } from "kysely";
import type { Tx } from "../client.server.ts";

/** @returns the posting's id, or undefined when the same fact was posted before */
export async function insertPosting(
  tx: Tx,
  posting: { key: string; kind: string; orderId: number },
  entries: readonly { readonly account: string; readonly amount: number }[],
): Promise<number | undefined> {
  const row = await tx
    .insertInto("posting")
    .values({ key: posting.key, kind: posting.kind, order_id: posting.orderId })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return undefined;
  await tx
    .insertInto("ledger_entry")
    .values(entries.map((entry) => ({ posting_id: row.id, account: entry.account, amount: entry.amount })))
    .execute();
  return row.id;
}

/** Compare-and-set of a payment. @returns false when it was not `due` any more */
export async function movePayment(tx: Tx, orderId: number, to: "paid" | "void"): Promise<boolean> {
  const result = await tx
    .updateTable("payment")
    .set({ status: to, paid_at: to === "paid" ? sql<Date>`now()` : null })
    .where("order_id", "=", orderId)
    .where("status", "=", "due")
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
