/** Why a seller does not have what was ordered. */
export const MISSING_REASONS = {
  habis: "stoknya ternyata habis",
  rusak: "barangnya rusak",
  "tidak-sempat": "tidak sempat dibuat",
} as const;
export type MissingReason = keyof typeof MISSING_REASONS;
