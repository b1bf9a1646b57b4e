import { redirect } from "@remix-run/node";
import { z } from "zod";
import { confirmDelivery } from "#app/domain/orders/delivery/confirm-delivery.server.ts";
import { readForm, text } from "#app/web/form.server.ts";
import { acting, elsewhere } from "#app/web/route.server.ts";

// When the form is not accepted, the case itself answers at this address, with what was typed.
export { default, loader, meta } from "./order.tsx";

const Schema = z.object({
  keterangan: text("siapa yang Anda telepon dan apa jawabnya", { min: 5, max: 300 }),
});

export const action = acting(async ({ db, actor, params, form }) => {
  const code = params.code ?? "";
  const back = `/dinas/pesanan/${code}`;
  const { keterangan } = readForm(form, Schema);
  return elsewhere(
    () => confirmDelivery(actor, db, { code, note: keterangan }),
    redirect(`${back}?kabar=dipastikan`),
    redirect(`${back}?kabar=berubah`),
  );
});
