import { redirect } from "@remix-run/node";
import { confirmSellerLine } from "#app/domain/orders/confirm-seller-line.server.ts";
import { acting, elsewhere } from "#app/web/route.server.ts";

export const action = acting(async ({ db, actor, params }) =>
  elsewhere(
    () => confirmSellerLine(actor, db, { code: params.code ?? "" }),
    redirect("/penjual?kabar=dikonfirmasi"),
    redirect("/penjual?kabar=berubah"),
  ),
);
