import type { Db } from "#db/client.server.ts";
import { countCart, moveCartLines } from "#db/queries/cart.ts";
import { cartTokenHash } from "./cart-holder.server.ts";

/** After log-in: what the guest had gathered joins the account's cart. @returns pieces in it */
export async function mergeCarts(
  db: Db,
  { token, accountId }: { token: string | undefined; accountId: number },
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    if (token) await moveCartLines(tx, cartTokenHash(token), accountId);
    return countCart(tx, { accountId });
  });
}
