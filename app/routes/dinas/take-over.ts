import { redirect } from "@remix-run/node";
import { takeOverOrder } from "#app/domain/orders/take-over-order.server.ts";
import { acting, elsewhere } from "#app/web/route.server.ts";

export const action = acting(async ({ db, actor, params }) => {
  const code = params.code ?? "";
  const back = `/dinas/pesanan/${code}`;
  return elsewhere(
    () => takeOverOrder(actor, db, { code }),
    redirect(`${back}?kabar=diambil`),
    redirect(`${back}?kabar=berubah`),
  );
});
