/** What is written on paper: millimetres do not matter here, PDF points do (1/72 inch; A4 is 595 × 842). */
export const PAGE = { width: 595.28, height: 841.89, margin: 48, foot: 40 } as const;
export const INK = {
  ink: "#251a17",
  muted: "#6b5b54",
  maroon: "#6e1423",
  gold: "#c6922b",
  line: "#e9dfd2",
} as const;

export type Column = {
  readonly title: string;
  /** share of the width */
  readonly share: number;
  readonly right?: boolean;
};

export type TextLook = { readonly size?: number; readonly color?: string; readonly bold?: boolean };
