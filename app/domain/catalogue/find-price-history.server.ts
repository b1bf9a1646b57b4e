import type { Db } from "#db/client.server.ts";
import { findPriceRows, findStapleByKey, type StapleHistoryRow } from "#db/queries/staple-prices.ts";
import { dateWib, now } from "../../lib/clock.ts";
import { NotFound } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import type { Regency } from "../regions/list-regencies.server.ts";
import { priceRegency } from "./find-price-sheet.server.ts";

const MOST = 120;

export type PriceHistory = {
  readonly name: string;
  readonly unit: string;
  readonly ceiling: number | null;
  readonly ceilingBasis: string | null;
  readonly regency: Regency;
  readonly regencies: readonly Regency[];
  readonly today: string;
  /** rupiah, the newest first; at most 120 */
  readonly prices: readonly StapleHistoryRow[];
};

/** How the price of a staple went in a regency. @throws NotLoggedIn, NotAllowed for another regency, NotFound */
export async function findPriceHistory(
  db: Db,
  actor: Actor,
  { key, regencyCode }: { key: string; regencyCode: string | undefined },
): Promise<PriceHistory> {
  const { regency, regencies } = await priceRegency(db, actor, regencyCode);
  const staple = await findStapleByKey(db, key);
  if (!staple) throw new NotFound("sembako");
  const prices = await findPriceRows(db, staple.id, regency.code, MOST);
  return {
    name: staple.name,
    unit: staple.unit,
    ceiling: staple.ceiling_price,
    ceilingBasis: staple.ceiling_basis,
    regency,
    regencies,
    today: dateWib(now()),
    prices,
  };
}
