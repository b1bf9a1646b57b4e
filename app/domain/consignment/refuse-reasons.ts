/** Why a warung does not take a sending, with one tap. */
export const REFUSE_REASONS = {
  penuh: "Rak sedang penuh",
  "tidak-datang": "Barang tidak pernah datang",
  "tidak-cocok": "Barang tidak sesuai surat",
  lain: "Alasan lain",
} as const;
export type RefuseReason = keyof typeof REFUSE_REASONS;
