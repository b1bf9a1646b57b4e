import { redirect } from "@remix-run/node";
import { choosePickup } from "#app/domain/orders/delivery/choose-pickup.server.ts";
import { acting, elsewhere } from "#app/web/route.server.ts";

// When it is not accepted, the order itself answers at this address.
export { default, loader, meta } from "./tracking.tsx";

export const action = acting(async ({ db, actor, params, url }) => {
  const code = params.code ?? "";
  const back = redirect(`/pesanan/${code}${url.search}`);
  const secret = url.searchParams.get("k") ?? undefined;
  return elsewhere(() => choosePickup(actor, db, { code, secret }), back, back);
});
