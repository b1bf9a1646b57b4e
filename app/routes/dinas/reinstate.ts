import { z } from "zod";
import { reinstateUmkm } from "#app/domain/umkm/reinstate-umkm.server.ts";
import { readForm, text } from "#app/web/form.server.ts";
import { acting } from "#app/web/route.server.ts";
import { decided } from "#app/web/umkm-decided.server.ts";

// When the form is not accepted, the case itself answers at this address, with what was typed.
export { default, loader, meta } from "./umkm-case.tsx";

const Schema = z.object({ alasan: text("alasan", { min: 5, max: 500 }) });

export const action = acting(async ({ db, actor, params, url, form }) => {
  const slug = params.slug ?? "";
  const { alasan } = readForm(form, Schema);
  return decided(() => reinstateUmkm(actor, db, { slug, reason: alasan }), { slug, url, news: "diaktifkan" });
});
