import { rupiah } from "../../../lib/rupiah.ts";

/**
 * What Stripe takes in IDR, in whole rupiah. At most twelve digits of the smallest unit, Rp9.999.999.999,99
 * (docs.stripe.com/currencies#minimum-and-maximum-charge-amounts). At least what US$0.50 is worth in the currency of
 * the account (same page), some Rp8.500: kept well above it, as rates move.
 */
export const CARD_LEAST = 10_000;
export const CARD_MOST = 9_999_999_999;

/** Why a card cannot pay this, in words for checkout; undefined: it can. */
export function cardObstacle(total: number): string | undefined {
  if (total < CARD_LEAST) return `mulai ${rupiah(CARD_LEAST)}; di bawah itu bayar tunai atau QRIS`;
  if (total > CARD_MOST) return `paling banyak ${rupiah(CARD_MOST)}; di atas itu bayar tunai atau QRIS`;
  return undefined;
}
