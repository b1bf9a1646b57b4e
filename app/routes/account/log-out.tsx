import { redirect } from "@remix-run/node";
import { logOut } from "#app/domain/accounts/log-out.server.ts";
import { cartHeaders } from "#app/web/cart-cookie.server.ts";
import { SESSION } from "#app/web/cookie-names.ts";
import { readCookie, setCookie } from "#app/web/cookies.server.ts";
import { acting, reading } from "#app/web/route.server.ts";

export const action = acting(async ({ db, request }) => {
  const token = readCookie(request, SESSION);
  if (token) await logOut(db, token);
  const headers = cartHeaders(0);
  headers.append("Set-Cookie", setCookie(SESSION, "", { maxAgeSeconds: 0 }));
  return redirect("/masuk", { headers });
});

/** Somebody typed the address: logging out takes a button, so that no link can do it. */
export const loader = reading(async () => {
  throw redirect("/");
});
