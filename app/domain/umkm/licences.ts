export type Licence = {
  readonly kind: "P-IRT" | "Halal" | "BPOM";
  readonly text: string;
  readonly number: string;
};

/**
 * The licences a buyer is shown. A P-IRT number's last two digits are the year it holds until
 * (BPOM regulation 22/2018: 15 digits, the last two the expiry year).
 */
export function licences(of: {
  readonly pirt: string | null;
  readonly halal: string | null;
  readonly bpom: string | null;
}): Licence[] {
  const found: Licence[] = [];
  if (of.pirt) found.push({ kind: "P-IRT", text: `P-IRT s.d. 20${of.pirt.slice(-2)}`, number: of.pirt });
  if (of.halal) found.push({ kind: "Halal", text: "Halal", number: of.halal });
  if (of.bpom) found.push({ kind: "BPOM", text: "BPOM MD", number: of.bpom });
  return found;
}
