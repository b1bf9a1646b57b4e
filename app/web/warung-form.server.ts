import { z } from "zod";
import { mobile, text, wholeNumber } from "./form.server.ts";

/** Degrees as a phone or a map gives them, with point or comma. Lampung lies between these. */
function degrees(what: string, least: number, most: number) {
  const sentence = `${what} harus antara ${String(least).replace(".", ",")} dan ${String(most).replace(".", ",")}.`;
  return z
    .string()
    .transform((typed) => Number(typed.replace(",", ".")))
    .pipe(z.number({ error: sentence }).min(least, sentence).max(most, sentence))
    .optional();
}

const neighbourhood = z
  .string()
  .regex(/^\d{1,3}$/, "RT/RW paling banyak tiga angka.")
  .transform((typed) => typed.padStart(3, "0"))
  .optional();

/** What an office writes of a warung; empty fields are left out by `readForm`. */
export const WarungForm = z
  .object({
    nama: text("nama warung", { min: 2, max: 120 }),
    pemilik: text("nama pemilik", { min: 2, max: 100 }),
    no_hp: mobile,
    alamat: text("alamat", { min: 5, max: 200 }),
    rt: neighbourhood,
    rw: neighbourhood,
    desa: z
      .string({ error: "Pilih desa atau kelurahannya." })
      .regex(/^18\.\d\d\.\d\d\.\d{4}$/, "Pilih desa atau kelurahannya."),
    lintang: degrees("Lintang", -6.5, -3.5),
    bujur: degrees("Bujur", 103, 106.5),
    kapasitas: wholeNumber("Kapasitas", { min: 1, max: 500 }),
    alasan: text("alasan", { min: 5, max: 400 }),
  })
  .refine((data) => (data.lintang === undefined) === (data.bujur === undefined), {
    path: ["bujur"],
    message: "Isi lintang dan bujur, atau kosongkan keduanya.",
  })
  .transform((data) => ({
    name: data.nama,
    keeperName: data.pemilik,
    mobile: data.no_hp,
    address: data.alamat,
    rt: data.rt ?? null,
    rw: data.rw ?? null,
    villageCode: data.desa,
    latitude: data.lintang ?? null,
    longitude: data.bujur ?? null,
    capacity: data.kapasitas,
    reason: data.alasan,
  }));
