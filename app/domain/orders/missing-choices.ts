/** What happens with something that turns out to be missing when the buyer does not answer; chosen with the order. */
export const MISSING_CHOICES = {
  drop: {
    title: "Hapus barang itu saja",
    note: "yang lain tetap diantar, yang habis tidak ditagih",
    said: "barang itu dihapus dan tidak ditagih",
  },
  substitute: {
    title: "Ganti dengan yang setara",
    note: "hanya bila harganya tidak lebih dari yang semula",
    said: "diganti dengan yang setara bila tidak lebih mahal, selain itu dihapus",
  },
  cancel: {
    title: "Batalkan pesanan",
    note: "tidak ada yang diantar dan dibayar",
    said: "pesanan dibatalkan",
  },
} as const;
export type MissingChoice = keyof typeof MISSING_CHOICES;
