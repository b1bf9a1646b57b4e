import { z } from "zod";
import { bankCash } from "#app/domain/payments/hand-in/bank-cash.server.ts";
import { readForm, text, wholeNumber } from "#app/web/form.server.ts";
import { moneyMoved } from "#app/web/money-moved.server.ts";
import { acting } from "#app/web/route.server.ts";

// When the form is not accepted, the list itself answers at this address, with what was typed.
export { default, links, loader, meta } from "./desk.tsx";

const Schema = z.object({
  kunci: z.uuid("Formulir ini tidak lengkap. Muat ulang halaman, lalu coba lagi."),
  kabupaten: z.string().regex(/^18\.\d\d$/, "Pilih kabupaten atau kota."),
  jumlah: wholeNumber("Jumlah", { min: 1, max: 10_000_000_000 }),
  catatan: text("catatan", { max: 300 }).optional(),
});

export const action = acting(async ({ db, actor, form }) => {
  const { kunci, kabupaten, jumlah, catatan } = readForm(form, Schema);
  const deposit = { formKey: kunci, regencyCode: kabupaten, amount: jumlah, note: catatan ?? null };
  return moneyMoved("/dinas/uang", "disetor", () => bankCash(actor, db, deposit));
});
