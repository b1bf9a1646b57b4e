import { redirect } from "@remix-run/node";
import { z } from "zod";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { readForm, text } from "#app/web/form.server.ts";
import { acting, elsewhere } from "#app/web/route.server.ts";

// When the form is not accepted, the case itself answers at this address, with what was typed.
export { default, loader, meta } from "./order.tsx";

const Schema = z.object({ alasan: text("alasan pembatalan", { min: 5, max: 200 }) });

export const action = acting(async ({ db, actor, params, form }) => {
  const code = params.code ?? "";
  const back = `/dinas/pesanan/${code}`;
  const { alasan } = readForm(form, Schema);
  return elsewhere(
    () => cancelOrder(actor, db, { code, reason: alasan, by: { as: "officer" } }),
    redirect(`${back}?kabar=dibatalkan`),
    redirect(`${back}?kabar=berubah`),
  );
});
