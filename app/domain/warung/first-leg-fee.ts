/**
 * What bringing goods from seller to warung costs, in rupiah: by distance band (metres, up to), for the first kilogram
 * and each further one begun. In the same district the seller comes by and takes nothing.
 */
export const FIRST_LEG_TABLE = [
  { upToM: 10_000, firstKg: 2_000, furtherKg: 500 },
  { upToM: 40_000, firstKg: 5_000, furtherKg: 1_000 },
  { upToM: 100_000, firstKg: 9_000, furtherKg: 2_000 },
  { upToM: Number.POSITIVE_INFINITY, firstKg: 14_000, furtherKg: 3_000 },
] as const;

/**
 * One seller's part of an order on its way to the warung.
 * @param distanceM metres between them; null when the warung's place is not known: the second band then holds
 */
export function firstLegFee(distanceM: number | null, grams: number, sameDistrict: boolean): number {
  if (sameDistrict) return 0;
  const band =
    distanceM === null ? FIRST_LEG_TABLE[1] : FIRST_LEG_TABLE.find((step) => distanceM <= step.upToM)!;
  return band.firstKg + band.furtherKg * Math.max(0, Math.ceil(grams / 1000) - 1);
}
