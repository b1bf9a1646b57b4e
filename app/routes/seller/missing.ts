import { redirect } from "@remix-run/node";
import { z } from "zod";
import { markSellerLineUnavailable } from "#app/domain/orders/mark-seller-line-unavailable.server.ts";
import { MISSING_REASONS, type MissingReason } from "#app/domain/orders/missing-reasons.ts";
import { NotFound } from "#app/lib/errors.ts";
import { readForm } from "#app/web/form.server.ts";
import { acting, elsewhere } from "#app/web/route.server.ts";

const Missing = z.object({ alasan: z.enum(Object.keys(MISSING_REASONS) as [MissingReason]) });

export const action = acting(async ({ db, actor, params, form }) => {
  const { alasan } = readForm(form, Missing);
  const late = redirect("/penjual/pesanan?kabar=berubah");
  try {
    return await elsewhere(
      () => markSellerLineUnavailable(actor, db, { code: params.code ?? "", reason: alasan }),
      redirect("/penjual/pesanan?kabar=tidak-ada"),
      late,
    );
  } catch (error) {
    // tapped twice: with the first tap the order left the warung, and so this seller
    if (error instanceof NotFound) return late;
    throw error;
  }
});
