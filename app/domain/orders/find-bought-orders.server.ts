import type { Db } from "#db/client.server.ts";
import { type BoughtOrderRow, findBoughtOrders as findRows } from "#db/queries/account-pages.ts";
import { type Actor, asPerson } from "../accounts/actor.ts";

const PER_PAGE = 10;

/**
 * The orders a person placed, those placed as a guest with their number too; newest first.
 * @param after code of the last one seen
 * @throws NotLoggedIn
 */
export async function findBoughtOrders(
  db: Db,
  actor: Actor,
  { after }: { after?: string | undefined } = {},
): Promise<{ readonly orders: readonly BoughtOrderRow[]; readonly next: string | null }> {
  const { accountId } = asPerson(actor);
  const rows = await findRows(db, { accountId, after, limit: PER_PAGE + 1 });
  const orders = rows.slice(0, PER_PAGE);
  return { orders, next: rows.length > PER_PAGE ? orders.at(-1)!.code : null };
}
