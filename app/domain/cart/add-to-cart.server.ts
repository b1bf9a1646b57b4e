import type { Db } from "#db/client.server.ts";
import { findBuyable, upsertCartLine } from "#db/queries/cart.ts";
import { dateWib, now } from "../../lib/clock.ts";
import { BadInput, NotFound, SoldOut } from "../../lib/errors.ts";
import { randomToken } from "../../lib/secret.server.ts";
import type { Actor } from "../accounts/actor.ts";
import { cartHolder } from "./cart-holder.server.ts";

export const MAX_PIECES = 999;
const MAX_LINES = 60;

export type CartItem =
  /** `villageCode`: what lies on a shelf there can be bought, too; whether it serves this buyer says the quote */
  | { readonly variantId: number; readonly villageCode?: string }
  /** a staple is priced by the regency it is bought in */
  | { readonly stapleId: number; readonly regencyCode: string };

/**
 * Puts pieces of a product's variant, or of a staple, in the cart, on top of what lies there.
 * @returns the cart's token (a new one for a guest's first piece) and how many pieces it holds now
 * @throws NotFound when it is not for sale, SoldOut when less is left, BadInput for an impossible amount
 */
export async function addToCart(
  actor: Actor,
  db: Db,
  { token, item, quantity }: { token: string | undefined; item: CartItem; quantity: number },
): Promise<{ token: string | undefined; pieces: number }> {
  const known = cartHolder(actor, token);
  const found = await findBuyable(db, known, "variantId" in item ? item : { ...item, today: dateWib(now()) });
  if (found?.price == null) throw new NotFound("produk");
  const wanted = found.in_cart + quantity;
  if (found.stock !== null && wanted > found.stock) {
    throw new SoldOut([{ name: found.name, left: Math.max(0, found.stock) }]);
  }
  if (wanted > MAX_PIECES) throw new BadInput({ jumlah: `Paling banyak ${MAX_PIECES} per barang.` });
  if (found.in_cart === 0 && found.lines >= MAX_LINES) {
    throw new BadInput({ jumlah: `Keranjang sudah berisi ${MAX_LINES} macam barang. Pesan dulu yang ini.` });
  }
  const usedToken = known ? token : randomToken();
  const pieces = await upsertCartLine(db, known ?? cartHolder(actor, usedToken)!, {
    variantId: "variantId" in item ? item.variantId : null,
    stapleId: "stapleId" in item ? item.stapleId : null,
    quantity,
    seenPrice: found.price,
  });
  return { token: usedToken, pieces };
}
