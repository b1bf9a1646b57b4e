/** Reasons an operator can give with one tap. */
export const DECLINE_REASONS = {
  habis: "Ada barang yang habis",
  ramai: "Warung sedang ramai",
  jauh: "Terlalu jauh",
  tutup: "Segera tutup",
  lain: "Alasan lain",
} as const;
export type DeclineReason = keyof typeof DECLINE_REASONS;
