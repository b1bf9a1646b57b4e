import { CART, CART_COUNT } from "./cookie-names.ts";
import { readCookie, setCookie } from "./cookies.server.ts";

/** The token of this browser's cart, when it has one. */
export function cartToken(request: Request): string | undefined {
  return readCookie(request, CART);
}

/** Headers that make the browser remember its cart and how many pieces it holds (the badge). */
export function cartHeaders(pieces: number, token?: string): Headers {
  const headers = new Headers();
  headers.append("Set-Cookie", setCookie(CART_COUNT, String(Math.min(pieces, 99))));
  if (token) headers.append("Set-Cookie", setCookie(CART, token));
  return headers;
}
