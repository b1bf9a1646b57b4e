/** Where one band of prices ends and the next begins, in rupiah: chosen so that each holds a fair part of the shop. */
const EDGES = [10_000, 25_000, 50_000, 100_000, 250_000] as const;

export type PriceBand = {
  /** as addresses have it: "10-25" in thousands, "0-10", "250-" */
  readonly key: string;
  /** rupiah, inclusive */
  readonly from: number;
  /** rupiah, exclusive; undefined: no end */
  readonly below: number | undefined;
};

/** Bands of prices, cheapest first; each price is in exactly one. */
export const PRICE_BANDS: readonly PriceBand[] = [0, ...EDGES].map((from, at) => {
  const below = EDGES[at];
  return { key: `${from / 1_000}-${below === undefined ? "" : below / 1_000}`, from, below };
});

/** Edges between the bands, for `width_bucket`, which counts bands from 0 as `bandOf` does. */
export const PRICE_EDGES: readonly number[] = EDGES;

/** The place of a price's band in `PRICE_BANDS`. */
export function bandOf(price: number): number {
  return EDGES.filter((edge) => price >= edge).length;
}

/** The places of these bands in `PRICE_BANDS`; keys that are none are left out. */
export function bandsOf(keys: readonly string[]): number[] {
  return PRICE_BANDS.flatMap((band, at) => (keys.includes(band.key) ? [at] : []));
}
