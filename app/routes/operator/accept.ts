import { redirect } from "@remix-run/node";
import { acceptOrder } from "#app/domain/orders/accept-order.server.ts";
import { acting, elsewhere } from "#app/web/route.server.ts";

export const action = acting(async ({ db, actor, params }) => {
  const code = params.code ?? "";
  return elsewhere(
    () => acceptOrder(actor, db, { code }),
    redirect(`/operator/pesanan/${code}`),
    redirect("/operator?kabar=dialihkan"),
  );
});
