import { z } from "zod";
import { returnUmkm } from "#app/domain/umkm/return-umkm.server.ts";
import { readForm, text } from "#app/web/form.server.ts";
import { acting } from "#app/web/route.server.ts";
import { decided } from "#app/web/umkm-decided.server.ts";

// When the form is not accepted, the case itself answers at this address, with what was typed.
export { default, loader, meta } from "./umkm-case.tsx";

const Schema = z.object({ alasan: text("catatan untuk penjual", { min: 5, max: 500 }) });

export const action = acting(async ({ db, actor, params, url, form }) => {
  const slug = params.slug ?? "";
  const { alasan } = readForm(form, Schema);
  const points = [...form.keys()].filter((name) => name.startsWith("butir.")).map((name) => name.slice(6));
  return decided(() => returnUmkm(actor, db, { slug, points, reason: alasan }), {
    slug,
    url,
    news: "dikembalikan",
  });
});
