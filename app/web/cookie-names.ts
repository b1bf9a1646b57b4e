/**
 * The cookies there are. A page of a guest depends on VILLAGE and CART_COUNT alone, so that it can be kept and
 * shared (`page-cache.ts`); whoever changes the cart or the village sets these again in the same answer.
 */

/** Token of a logged-in person's session (HttpOnly). */
export const SESSION = "sesi";
/** Code of the village that prices and shops are shown for, such as `18.71.01.1001`. */
export const VILLAGE = "desa";
/** How many pieces are in the cart, 0 … 99, digits only. */
export const CART_COUNT = "isi";
/** Token of a guest's cart (HttpOnly). */
export const CART = "keranjang";
/** Token of a browser that asked for a code to a number (HttpOnly). */
export const CODE = "bukti";
