import { redirect } from "@remix-run/node";
import { z } from "zod";
import { gatherStaple } from "#app/domain/orders/gather-staple.server.ts";
import { receiveSellerLine } from "#app/domain/orders/receive-seller-line.server.ts";
import { id, readForm } from "#app/web/form.server.ts";
import { acting, elsewhere } from "#app/web/route.server.ts";

const Schema = z.object({
  umkm: id.optional(),
  baris: id.optional(),
  ada: z.enum(["ya", "tidak"]).default("ya"),
});

export const action = acting(async ({ db, actor, params, form }) => {
  const code = params.code ?? "";
  const given = readForm(form, Schema);
  const back = `/operator/pesanan/${code}`;
  return elsewhere(
    () =>
      given.umkm === undefined
        ? gatherStaple(actor, db, { code, lineId: given.baris ?? 0, gathered: given.ada === "ya" })
        : receiveSellerLine(actor, db, { code, umkmId: given.umkm }),
    redirect(back),
    // ticked twice, or the order has moved on: the page shows how it stands
    redirect(back),
  );
});
