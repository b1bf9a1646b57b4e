import { z } from "zod";
import { numberCell, textCell } from "../../lib/import-rows.ts";

/** The price of a staple in a regency from a day on (WIB), in whole rupiah per unit. */
export const StaplePriceRow = z.object({
  sembako: textCell("Sembako", 60),
  kabupaten: textCell("Kabupaten/kota"),
  berlaku_mulai: textCell("Berlaku mulai").refine(
    (day) =>
      /^\d{4}-\d{2}-\d{2}$/.test(day) &&
      !Number.isNaN(Date.parse(day)) &&
      new Date(day).toISOString().startsWith(day),
    "Tanggal ditulis tahun-bulan-hari, misalnya 2026-11-01.",
  ),
  harga: numberCell("Harga", 100, 100_000_000),
});
export type StaplePriceRow = z.infer<typeof StaplePriceRow>;
