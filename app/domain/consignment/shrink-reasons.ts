/** Why pieces leave a shelf without being sold, chosen by the warung. */
export const SHRINK_REASONS = {
  rusak: "Rusak atau kemasan terbuka",
  kedaluwarsa: "Lewat tanggal",
  hilang: "Hilang",
  contoh: "Dibuka sebagai contoh",
} as const;
export type ShrinkReason = keyof typeof SHRINK_REASONS;
