export const PAYMENT_METHODS = ["cash", "qris", "card"] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** As forms and addresses name them. */
export const METHOD_WORD = { cash: "tunai", qris: "qris", card: "kartu" } as const satisfies Record<
  PaymentMethod,
  string
>;

export const METHOD_LABEL = { cash: "tunai", qris: "QRIS", card: "kartu" } as const satisfies Record<
  PaymentMethod,
  string
>;

/** Ways of paying that a warung takes. */
export function methodsOf(warung: {
  readonly takes_cash: boolean;
  readonly takes_qris: boolean;
}): PaymentMethod[] {
  return PAYMENT_METHODS.filter((method) =>
    method === "cash" ? warung.takes_cash : method === "qris" ? warung.takes_qris : false,
  );
}
