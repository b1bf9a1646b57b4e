/** Why something that was ordered is not there. */
export const MISSING_REASONS = {
  habis: "stoknya ternyata habis",
  rusak: "barangnya rusak",
  "tidak-sempat": "tidak sempat dibuat",
  "tidak-datang": "tidak ikut diantar penjual",
} as const;
export type MissingReason = keyof typeof MISSING_REASONS;

/** What only did not come is still with its seller: it goes back into their stock once it is not wanted any more. */
export const WITH_THE_SELLER: readonly string[] = ["tidak-datang"] satisfies readonly MissingReason[];

/** What each can say: only a warung sees that something did not come. */
export const REASONS_OF = {
  seller: ["habis", "rusak", "tidak-sempat"],
  operator: ["habis", "rusak", "tidak-datang"],
} as const satisfies Record<string, readonly MissingReason[]>;
