import type { Cart } from "../cart/find-cart.server.ts";
import { lineTrouble } from "../cart/line-trouble.ts";

/**
 * The cart with those lines taken from a warung's shelf that lie there in full: they can leave today and nobody brings
 * them. A line is served by one pool, never by two: own stock and shelf are not added up, so that what is promised for
 * today does not hang on what comes later. A line of which the seller has too little, but the shelf enough, can so be
 * ordered by those whom this warung serves, and by nobody else.
 */
export function serveFromShelf(cart: Cart, warungId: number): Cart {
  return {
    ...cart,
    lines: cart.lines.map((line) => {
      const shelf = line.shelves.find((one) => one.warung_id === warungId && one.on_shelf >= line.quantity);
      if (!shelf) return line;
      const served = { ...line, stock: shelf.on_shelf, shelf_item_id: shelf.id };
      return { ...served, trouble: lineTrouble(served) };
    }),
  };
}
