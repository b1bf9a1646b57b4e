import type { Db, Tx } from "../client.server.ts";

/**
 * Entries of nothing are left out.
 * @returns the posting's id, or undefined when the same fact was posted before
 */
export async function insertPosting(
  tx: Tx,
  posting: { key: string; kind: string; orderId?: number },
  entries: readonly { readonly account: string; readonly amount: number }[],
): Promise<number | undefined> {
  const row = await tx
    .insertInto("posting")
    .values({ key: posting.key, kind: posting.kind, order_id: posting.orderId ?? null })
    .onConflict((conflict) => conflict.column("key").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return undefined;
  await tx
    .insertInto("ledger_entry")
    .values(
      entries
        .filter(({ amount }) => amount !== 0)
        .map((entry) => ({ posting_id: row.id, account: entry.account, amount: entry.amount })),
    )
    .execute();
  return row.id;
}

/** What is kept of sellers' goods on a day (WIB), in basis points. */
export async function findFeePolicy(
  db: Db | Tx,
  day: string,
): Promise<{ readonly commission_bp: number; readonly handling_bp: number }> {
  return db
    .selectFrom("fee_policy")
    .select(["commission_bp", "handling_bp"])
    .where("starts_on", "<=", day)
    .orderBy("starts_on", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
}
