import { redirect } from "@remix-run/node";
import { payCashInstead } from "#app/domain/payments/card/pay-cash-instead.server.ts";
import { orderPage } from "#app/web/card-page.server.ts";
import { acting } from "#app/web/route.server.ts";

export { default, loader, meta } from "./tracking.tsx";

export const action = acting(async ({ db, actor, params, url }) => {
  const code = params.code ?? "";
  const secret = url.searchParams.get("k") ?? undefined;
  await payCashInstead(actor, db, { code, secret });
  return redirect(orderPage(code, secret));
});
