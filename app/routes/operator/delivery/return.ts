import { redirect } from "@remix-run/node";
import { returnOrder } from "#app/domain/orders/delivery/return-order.server.ts";
import { acting, elsewhere } from "#app/web/route.server.ts";

export const action = acting(async ({ db, actor, params }) => {
  const code = params.code ?? "";
  const page = redirect(`/operator/pesanan/${code}`);
  return elsewhere(() => returnOrder(actor, db, { code }), redirect("/operator?kabar=kembali"), page);
});
