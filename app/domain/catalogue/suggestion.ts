/** One line under the search field. */
export type Suggestion = {
  readonly kind: "category" | "staple" | "product" | "seller";
  readonly label: string;
  /** who made it, the unit, where the seller is */
  readonly note: string;
  /** where it leads */
  readonly to: string;
};

export type Suggestions = {
  /** what they are for, as it was typed */
  readonly text: string;
  readonly items: readonly Suggestion[];
};

/** Longer texts are no beginning of anything. */
export const SUGGESTED_LENGTH = 80;
/** One letter says too little. */
export const SUGGESTED_FROM = 2;
