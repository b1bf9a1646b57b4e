import { redirect } from "@remix-run/node";
import { z } from "zod";
import { confirmQris } from "#app/domain/payments/qris/confirm-qris.server.ts";
import { readForm, wholeNumber } from "#app/web/form.server.ts";
import { acting } from "#app/web/route.server.ts";

// When the form is not accepted, the order itself answers at this address, with what was typed.
export { default, loader, meta } from "../order.tsx";

const Schema = z.object({
  jumlah: wholeNumber("Jumlah", { min: 1, max: 100_000_000 }),
  sudah_masuk: wholeNumber("Yang sudah masuk"),
  lebih: z.literal("ya").optional(),
});

export const action = acting(async ({ db, actor, params, form }) => {
  const code = params.code ?? "";
  const { jumlah, sudah_masuk, lebih } = readForm(form, Schema);
  await confirmQris(actor, db, { code, amount: jumlah, seen: sudah_masuk, isMore: lebih === "ya" });
  return redirect(`/operator/pesanan/${code}`);
});
