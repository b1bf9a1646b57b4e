import type { ImportKind } from "./kinds.ts";

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
