import { z } from "zod";
import { designateWarung } from "#app/domain/warung/designate-warung.server.ts";
import { isDate } from "#app/lib/clock.ts";
import { readForm, text } from "#app/web/form.server.ts";
import { acting } from "#app/web/route.server.ts";
import { warungDecided } from "#app/web/warung-decided.server.ts";

// When the form is not accepted, the case itself answers at this address, with what was typed.
export { default, loader, meta } from "./case.tsx";

const Schema = z.object({
  nomor_sk: text("nomor SK", { min: 3, max: 100 }),
  tanggal_sk: z
    .string({ error: "Isi tanggal SK." })
    .regex(/^20\d\d-\d\d-\d\d$/, "Tanggal ini tidak kami kenali.")
    .refine(isDate, "Tanggal ini tidak ada."),
});

export const action = acting(async ({ db, actor, params, form }) => {
  const slug = params.slug ?? "";
  const { nomor_sk, tanggal_sk } = readForm(form, Schema);
  return warungDecided(slug, "ditetapkan", () =>
    designateWarung(actor, db, { slug, decreeNumber: nomor_sk, decreeDate: tanggal_sk }),
  );
});
