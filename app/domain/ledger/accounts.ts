/**
 * The chart of accounts. Each is named after whom it concerns; an entry is positive as a debit and negative as a credit.
 * Whoever holds money for others, or owes it, stands in debit; what is owed to somebody stands in credit.
 */
export const account = {
  /** cash that a warung holds */
  warungCash: (warungId: number) => `warung:${warungId}:kas`,
  /** what came into a warung's own QRIS account */
  warungQris: (warungId: number) => `warung:${warungId}:qris`,
  /** what is owed to a warung: its staples, its fees, its share */
  warungEarnings: (warungId: number) => `warung:${warungId}:pendapatan`,
  /** what is owed to a seller */
  sellerDue: (umkmId: number) => `umkm:${umkmId}:piutang`,
  /**
   * what a buyer paid before the goods were handed over; in debit where goods were handed over on a card's hold that is
   * not charged yet
   */
  prepaid: (orderId: number) => `pesanan:${orderId}:dibayar`,
  /** what a buyer is to get back */
  toReturn: (orderId: number) => `pesanan:${orderId}:pengembalian`,
  /** cash at the cashier of a regency's office */
  officeCash: (regencyCode: string) => `dinas:${regencyCode}:kas`,
  /** money at the card provider, what it keeps, and what a cardholder's bank disputes */
  provider: "stripe:kliring",
  providerFees: "stripe:biaya",
  providerDisputed: "stripe:sengketa",
  /** the programme's own bank account, and what it earned */
  bank: "platform:bank",
  commission: "platform:komisi",
} as const;
