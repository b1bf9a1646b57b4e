import { z } from "zod";
import { stopWarungQris } from "#app/domain/payments/qris/stop-warung-qris.server.ts";
import { readForm, text } from "#app/web/form.server.ts";
import { acting } from "#app/web/route.server.ts";
import { warungDecided } from "#app/web/warung-decided.server.ts";

// When the form is not accepted, the case itself answers at this address, with what was typed.
export { default, loader, meta } from "./case.tsx";

const Schema = z.object({ alasan: text("alasan", { min: 5, max: 400 }) });

export const action = acting(async ({ db, actor, params, form }) => {
  const slug = params.slug ?? "";
  const { alasan } = readForm(form, Schema);
  return warungDecided(slug, "qris", () => stopWarungQris(actor, db, { slug, reason: alasan }));
});
