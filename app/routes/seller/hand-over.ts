import { redirect } from "@remix-run/node";
import { handOverSellerLine } from "#app/domain/orders/hand-over-seller-line.server.ts";
import { acting, elsewhere } from "#app/web/route.server.ts";

export const action = acting(async ({ db, actor, params }) =>
  elsewhere(
    () => handOverSellerLine(actor, db, { code: params.code ?? "" }),
    redirect("/penjual?kabar=diserahkan"),
    redirect("/penjual?kabar=berubah"),
  ),
);
