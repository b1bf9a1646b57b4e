import { z } from "zod";
import type { ImportKind } from "./kinds.ts";

/** Answers that hold for a whole file. */
export const RunOptions = z.object({
  /** of what is new: a business, a warung or a product */
  status: z.string().default(""),
  /** day (WIB) and source of the figures of affected businesses */
  countedOn: z.iso.date({ error: "Isi tanggal pendataan." }).optional(),
  countSource: z.string().max(200).optional(),
});
export type RunOptions = z.infer<typeof RunOptions>;

type Choice = { readonly value: string; readonly label: string; readonly provinceOnly?: true };

/** What new ones may become, the safest first. */
export const NEW_STATUS: Readonly<Record<ImportKind, readonly Choice[]>> = {
  umkm: [
    { value: "draft", label: "Draf, belum diajukan" },
    { value: "submitted", label: "Diajukan, menunggu diperiksa" },
    { value: "verified", label: "Terverifikasi (yang ber-NIB)" },
  ],
  warung: [
    { value: "nominated", label: "Diusulkan" },
    { value: "designated", label: "Ditetapkan (kolom no_sk terisi)", provinceOnly: true },
  ],
  produk: [
    { value: "draft", label: "Draf, belum tampil" },
    { value: "published", label: "Tampil di toko" },
  ],
  harga: [],
};

/** The status that was chosen, else the safest. */
export function newStatus(kind: ImportKind, chosen: string, isProvince: boolean): string {
  const choices = NEW_STATUS[kind].filter((choice) => isProvince || !choice.provinceOnly);
  return (choices.find((choice) => choice.value === chosen) ?? choices[0])?.value ?? "";
}
