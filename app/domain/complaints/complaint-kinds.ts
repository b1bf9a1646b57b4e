/** What can be wrong with goods, in the buyer's words; with `photo` a picture must show it. */
export const COMPLAINT_KINDS = {
  damaged: { label: "Rusak atau pecah", photo: true },
  wrong_item: { label: "Bukan barang yang dipesan", photo: true },
  missing: { label: "Jumlahnya kurang", photo: false },
  unfit: { label: "Kedaluwarsa atau tidak layak", photo: true },
  not_as_described: { label: "Tidak sesuai keterangan", photo: false },
  other: { label: "Lainnya", photo: false },
} as const;

export type ComplaintKind = keyof typeof COMPLAINT_KINDS;

export const MOST_PHOTOS = 4;

/** What a kind is called; an unknown one by its own name. */
export function kindLabel(kind: string): string {
  return Object.hasOwn(COMPLAINT_KINDS, kind) ? COMPLAINT_KINDS[kind as ComplaintKind].label : kind;
}
