const WORDS: Readonly<Record<string, string>> = {
  sale: "Penjualan",
  refund_due: "Uang kembali ke pembeli",
  // before what is owed back was booked by itself
  cash_refund: "Uang kembali ke pembeli",
};

/** What a line of a statement is, by the kind of its posting. */
export function lineWords(kind: string): string {
  return WORDS[kind] ?? "Koreksi";
}
