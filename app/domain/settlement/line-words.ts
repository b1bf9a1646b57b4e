const WORDS: Readonly<Record<string, string>> = {
  sale: "Penjualan",
  cash_sale: "Penjualan",
  refund_due: "Uang kembali ke pembeli",
  cash_refund: "Uang kembali ke pembeli",
};

/** What a line of a statement is, by the kind of its posting. */
export function lineWords(kind: string): string {
  return WORDS[kind] ?? "Koreksi";
}
