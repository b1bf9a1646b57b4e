import type { FeeStep } from "../domain/warung/delivery-fee.ts";
import { BadInput } from "../lib/errors.ts";

/** Rows the form may hold. */
export const FEE_ROWS = 8;
const MOST_KM = 100;
const MOST_FEE = 1_000_000;

/**
 * The fee table of a form: `sampai_0` in kilometres (`2` or `2,5`) and `ongkir_0` in rupiah, and so on. Empty rows, and
 * the one whose number `hapus` names, are left out.
 * @throws BadInput with one sentence per wrong field
 */
export function readFees(form: FormData): FeeStep[] {
  const removed = form.get("hapus");
  const fields: Record<string, string> = {};
  const steps: FeeStep[] = [];
  for (let row = 0; row < FEE_ROWS; row++) {
    const km = String(form.get(`sampai_${row}`) ?? "").trim();
    const fee = String(form.get(`ongkir_${row}`) ?? "").trim();
    if ((km === "" && fee === "") || removed === String(row)) continue;
    const metres = /^\d{1,3}([.,]\d)?$/.test(km) ? Math.round(Number(km.replace(",", ".")) * 1_000) : 0;
    const rupiah = /^\d{1,7}$|^\d{1,3}(\.\d{3})+$/.test(fee) ? Number(fee.replaceAll(".", "")) : Number.NaN;
    if (metres < 100 || metres > MOST_KM * 1_000)
      fields[`sampai_${row}`] = `Isi jarak 0,1 sampai ${MOST_KM} km.`;
    else if (!(rupiah <= MOST_FEE)) fields[`ongkir_${row}`] = "Isi ongkir dalam rupiah, misalnya 5.000.";
    else steps.push({ up_to_m: metres, fee: rupiah });
  }
  if (Object.keys(fields).length > 0) throw new BadInput(fields);
  return steps;
}
