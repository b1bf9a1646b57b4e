/** A share in basis points (1/100 of a percent) of an amount in rupiah, rounded down to whole rupiah. */
export function shareOf(amount: number, basisPoints: number): number {
  return Math.floor((amount * basisPoints) / 10_000);
}
