import { redirect } from "@remix-run/node";
import type { Db } from "#db/client.server.ts";
import { findActor } from "../domain/accounts/find-actor.server.ts";
import { homeOf } from "../domain/accounts/home-of.ts";
import { SESSION_DAYS } from "../domain/accounts/open-session.server.ts";
import { mergeCarts } from "../domain/cart/merge-carts.server.ts";
import { cartHeaders, cartToken } from "./cart-cookie.server.ts";
import { CART, CODE, SESSION } from "./cookie-names.ts";
import { setCookie } from "./cookies.server.ts";
import { localPath } from "./local-path.ts";

/**
 * The answer to whoever has just got a session: its cookie, the cart they had as a guest joined to theirs, and the way
 * to where they wanted to go, else to where their work begins.
 */
export async function welcome(
  db: Db,
  request: Request,
  token: string,
  next: string | undefined,
): Promise<Response> {
  const actor = await findActor(db, token);
  const pieces =
    actor.kind === "person"
      ? await mergeCarts(db, { token: cartToken(request), accountId: actor.accountId })
      : 0;
  const headers = cartHeaders(pieces);
  headers.append("Set-Cookie", setCookie(CART, "", { maxAgeSeconds: 0 }));
  headers.append("Set-Cookie", setCookie(CODE, "", { maxAgeSeconds: 0 }));
  headers.append("Set-Cookie", setCookie(SESSION, token, { maxAgeSeconds: SESSION_DAYS * 24 * 3600 }));
  return redirect(localPath(next ?? null, homeOf(actor)), { headers });
}
