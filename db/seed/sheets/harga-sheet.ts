import { randomFor } from "./random.ts";
import { regencyRows, type StapleKind, stapleKinds } from "./read-data.ts";

export const HARGA_COLUMNS = ["sembako", "kabupaten", "berlaku_mulai", "harga"] as const;
export type HargaSheetRow = Record<(typeof HARGA_COLUMNS)[number], string>;

/** The day from which the seed's prices hold. */
const VALID_FROM = "2026-11-01";
/** What carrying goods there adds, as a share of the price: the coast and the far north pay more than the capital. */
const FREIGHT: Readonly<Record<string, number>> = {
  "18.71": -0.02,
  "18.72": -0.015,
  "18.01": -0.01,
  "18.13": 0.035,
  "18.04": 0.025,
  "18.11": 0.03,
  "18.08": 0.02,
};

/** Rupiah, to the nearest 100, inside the staple's range; at or below the ceiling unless freight lifts it over. */
function priceIn(regencyCode: string, staple: StapleKind): number {
  const middle = staple.priceMin + (staple.priceMax - staple.priceMin) * 0.45;
  const usual = staple.ceiling === "" ? middle : Math.min(middle, Number(staple.ceiling) * 0.985);
  const local =
    (FREIGHT[regencyCode] ?? 0) + (randomFor("harga", staple.key, regencyCode).next() - 0.5) * 0.02;
  const price = Math.round((usual * (1 + local)) / 100) * 100;
  return Math.min(Math.max(price, staple.priceMin), staple.priceMax);
}

/** The prices of all staples in all regencies, in rupiah per unit, as the offices' spreadsheet. */
export function* hargaRows(): Generator<HargaSheetRow> {
  for (const staple of stapleKinds()) {
    for (const regency of regencyRows()) {
      yield {
        sembako: staple.key,
        kabupaten: regency.name,
        berlaku_mulai: VALID_FROM,
        harga: String(priceIn(regency.code, staple)),
      };
    }
  }
}
