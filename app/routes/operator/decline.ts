import { redirect } from "@remix-run/node";
import { z } from "zod";
import { declineOrder } from "#app/domain/orders/decline-order.server.ts";
import { DECLINE_REASONS, type DeclineReason } from "#app/domain/orders/decline-reasons.ts";
import { readForm } from "#app/web/form.server.ts";
import { acting, elsewhere } from "#app/web/route.server.ts";

const Schema = z.object({
  alasan: z.enum(Object.keys(DECLINE_REASONS) as [DeclineReason, ...DeclineReason[]], {
    error: "Pilih satu alasan.",
  }),
});

export const action = acting(async ({ db, actor, params, form }) => {
  const { alasan } = readForm(form, Schema);
  return elsewhere(
    () => declineOrder(actor, db, { code: params.code ?? "", reason: alasan }),
    redirect("/operator?kabar=ditolak"),
    redirect("/operator?kabar=dialihkan"),
  );
});
