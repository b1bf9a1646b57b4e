import { redirect } from "@remix-run/node";
import { z } from "zod";
import { retryDelivery } from "#app/domain/orders/delivery/retry-delivery.server.ts";
import { readForm } from "#app/web/form.server.ts";
import { acting, elsewhere } from "#app/web/route.server.ts";

// When the form is not accepted, the order itself answers at this address.
export { default, loader, meta } from "../order.tsx";

const Schema = z.object({
  jam: z.iso.datetime({ error: "Pilih jam antar." }).transform((moment) => new Date(moment)),
});

export const action = acting(async ({ db, actor, params, form }) => {
  const code = params.code ?? "";
  const { jam } = readForm(form, Schema);
  return elsewhere(
    () => retryDelivery(actor, db, { code, windowStart: jam }),
    redirect("/operator?kabar=lagi"),
    redirect(`/operator/pesanan/${code}`),
  );
});
