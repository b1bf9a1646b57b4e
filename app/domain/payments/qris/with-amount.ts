import { crcOf } from "./crc.ts";
import { type Field, readFields, writeFields } from "./tlv.ts";

/** Most that one QRIS payment may be, in rupiah (PADG 24/1/PADG/2022). */
export const MOST_PER_QRIS = 10_000_000;

/** Whether an amount in whole rupiah can be asked for in one code. */
export function fitsQris(amount: number): boolean {
  return Number.isInteger(amount) && amount > 0 && amount <= MOST_PER_QRIS;
}

/**
 * Turns the code of a sticker into one that asks for this amount: tag 01 says that it is for one payment, tag 54 the whole
 * rupiah, tag 63 is summed anew (EMV QRCPS MPM 1.1, 4.7.1 and 4.7.7). The question for a tip (tag 55) leaves, so that what is
 * paid is what is asked. Everything else stays as its bank wrote it.
 * @param payload one that `readStaticQris` reads
 * @param amount whole rupiah, up to `MOST_PER_QRIS`
 * @throws RangeError for another amount
 */
export function withAmount(payload: string, amount: number): string {
  if (!fitsQris(amount)) throw new RangeError(`no QRIS for ${amount} rupiah`);
  const kept = (readFields(payload) ?? []).filter(({ tag }) => !["00", "01", "54", "55", "63"].includes(tag));
  const next = kept.findIndex(({ tag }) => tag > "54");
  const at = next === -1 ? kept.length : next;
  const asked: Field = { tag: "54", value: String(amount) };
  const head: readonly Field[] = [
    { tag: "00", value: "01" },
    { tag: "01", value: "12" },
  ];
  const summed = `${writeFields([...head, ...kept.slice(0, at), asked, ...kept.slice(at)])}6304`;
  return summed + crcOf(summed);
}
