import { z } from "zod";
import { neighbourhoodCell, numberCell, optionalCell, regionCell, textCell } from "../../lib/import-rows.ts";
import { parseMobile } from "../../lib/mobile.ts";

/** Minutes since midnight WIB. */
export type SheetHours = { readonly opens: number; readonly closes: number };

function parseHours(text: string): SheetHours | null | undefined {
  if (/^(tutup|-|)$/i.test(text)) return null;
  const found = /^(\d{1,2})[.:](\d{2})\s*[-–]\s*(\d{1,2})[.:](\d{2})$/.exec(text);
  if (!found) return undefined;
  const [opensHour = 0, opensMinute = 0, closesHour = 0, closesMinute = 0] = found.slice(1).map(Number);
  const opens = opensHour * 60 + opensMinute;
  const closes = closesHour * 60 + closesMinute;
  const isPossible = opensMinute < 60 && closesMinute < 60 && opens < closes && closes <= 24 * 60;
  return isPossible ? { opens, closes } : undefined;
}

/** `06.00-21.00`, or `tutup` for a day off. */
const hoursCell = z
  .string()
  .default("tutup")
  .transform((text, context) => {
    const hours = parseHours(text);
    if (hours !== undefined) return hours;
    context.addIssue({ code: "custom", message: 'Jam buka ditulis seperti 06.00-21.00, atau "tutup".' });
    return z.NEVER;
  });

/** `2:5000 5:8000`: up to 2 km Rp5.000, up to 5 km Rp8.000; metres and rupiah. */
const feeCell = textCell("Tarif", 400).transform((text, context) => {
  const steps = text.split(/\s+/).map((step) => {
    const [, km = "", fee = ""] = /^(\d{1,3}(?:[.,]\d)?):(\d{1,7})$/.exec(step) ?? [];
    return { up_to_m: Math.round(Number(km.replace(",", ".")) * 1_000), fee: Number(fee || Number.NaN) };
  });
  const areRight = steps.every(({ up_to_m, fee }) => up_to_m > 0 && fee >= 0 && fee <= 1_000_000);
  const areDifferent = new Set(steps.map((step) => step.up_to_m)).size === steps.length;
  if (areRight && areDifferent) return steps;
  context.addIssue({ code: "custom", message: "Tarif ditulis km:rupiah, misalnya 2:5000 5:8000 10:12000." });
  return z.NEVER;
});

const villagesCell = textCell("Desa layanan", 40_000)
  .transform((text) => [...new Set(text.split(/[\s,;]+/))])
  .refine(
    (codes) => codes.every((code) => /^18\.\d\d\.\d\d\.\d{4}$/.test(code)),
    "Desa layanan ditulis dengan kode, misalnya 18.71.01.1003, dipisah spasi.",
  );

/** Degrees, WGS 84; empty when nobody has measured it. */
function degreesCell(what: string, least: number, most: number) {
  const message = `${what} harus antara ${least} dan ${most}.`;
  return optionalCell(/^-?\d{1,3}(\.\d+)?$/, message, (text) => text.replace(",", "."))
    .transform((text) => (text === null ? null : Number(text)))
    .refine((degrees) => degrees === null || (degrees >= least && degrees <= most), message);
}

/** A warung as an office nominates it, one row each. */
export const WarungRow = z.object({
  nama_warung: textCell("Nama warung", 120).refine(
    (name) => name.length >= 2,
    "Nama warung paling pendek 2 huruf.",
  ),
  nama_pemilik: textCell("Nama pemilik", 100),
  no_hp: textCell("Nomor HP")
    .transform(parseMobile)
    .refine((mobile) => mobile !== undefined, "Nomor HP tidak dikenal. Contoh: 0812-3456-7890."),
  alamat: textCell("Alamat"),
  rt: neighbourhoodCell,
  rw: neighbourhoodCell,
  desa: textCell("Desa/kelurahan"),
  kecamatan: regionCell,
  kabupaten: regionCell,
  lintang: degreesCell("Lintang", -6.5, -3.5),
  bujur: degreesCell("Bujur", 103, 106.5),
  jam_senin: hoursCell,
  jam_selasa: hoursCell,
  jam_rabu: hoursCell,
  jam_kamis: hoursCell,
  jam_jumat: hoursCell,
  jam_sabtu: hoursCell,
  jam_minggu: hoursCell,
  desa_layanan: villagesCell,
  tarif: feeCell,
  kapasitas: numberCell("Kapasitas", 1, 500),
  no_sk: z
    .string()
    .optional()
    .transform((text) => text || null),
});
export type WarungRow = z.infer<typeof WarungRow>;
