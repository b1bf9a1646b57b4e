/** What each figure of affected businesses means, as it stands beside it. */
export const DEFINITIONS = {
  umkm: "Usaha jenis UMKM yang tercatat di Lapak Lampung hari ini, dari pengajuan dan impor; konsep yang belum dikirim tidak dihitung.",
  koperasi:
    "Usaha jenis koperasi yang tercatat di Lapak Lampung hari ini; konsep yang belum dikirim tidak dihitung.",
  affected:
    "Usaha yang dicatat terdampak dalam pendataan, dari semua yang jawabannya tercatat. Yang kosong tidak dihitung.",
  without_income:
    "Usaha dengan penghasilan sekarang Rp0 per bulan, dari semua yang penghasilan sekarangnya tercatat.",
  median:
    "Nilai tengah penghasilan per bulan: separuh usaha di bawahnya, separuh di atasnya. Hanya dari isian yang ada.",
  sum: "Jumlah penghasilan per bulan dari isian yang ada. Usaha yang tidak mengisi tidak diperkirakan.",
} as const;
