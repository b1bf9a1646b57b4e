import type { Db } from "#db/client.server.ts";
import { countCart, setCartLine } from "#db/queries/cart.ts";
import type { Actor } from "../accounts/actor.ts";
import { cartHolder } from "./cart-holder.server.ts";

/**
 * Sets one line of one's own cart to `quantity` pieces; 0 takes it out. A line that is gone stays gone.
 * @returns pieces in the cart now
 */
export async function changeCartLine(
  actor: Actor,
  db: Db,
  { token, lineId, quantity }: { token: string | undefined; lineId: number; quantity: number },
): Promise<number> {
  const holder = cartHolder(actor, token);
  if (!holder) return 0;
  await setCartLine(db, holder, lineId, quantity);
  return countCart(db, holder);
}
