import type { Db } from "#db/client.server.ts";
import { findSheetPrices, type SheetPriceRow } from "#db/queries/staple-prices.ts";
import { dateWib, now } from "../../lib/clock.ts";
import { type Actor, asOfficer, requireOfficerOf } from "../accounts/actor.ts";
import { listRegencies, type Regency } from "../regions/list-regencies.server.ts";

export type PriceSheet = {
  readonly regency: Regency;
  /** those the officer may choose from */
  readonly regencies: readonly Regency[];
  /** WIB date that the prices are of */
  readonly date: string;
  readonly today: string;
  readonly rows: readonly Omit<SheetPriceRow, "id">[];
};

/** The regency whose prices an officer looks at: their own, or the one asked for. @throws NotAllowed for another's */
export async function priceRegency(
  db: Db,
  actor: Actor,
  asked: string | undefined,
): Promise<{ regency: Regency; regencies: readonly Regency[] }> {
  const own = asOfficer(actor).regencyCode;
  const all = await listRegencies(db);
  const code = all.some((regency) => regency.code === asked) ? asked! : (own ?? all[0]!.code);
  requireOfficerOf(actor, code);
  const regency = all.find((one) => one.code === code)!;
  return { regency, regencies: own === null ? all : [regency] };
}

/**
 * All staples with their price in a regency on a day (WIB), the official ceiling, and what is set for later. One query.
 * @throws NotLoggedIn, NotAllowed for another regency
 */
export async function findPriceSheet(
  db: Db,
  actor: Actor,
  { regencyCode, date }: { regencyCode: string | undefined; date: string | undefined },
): Promise<PriceSheet> {
  const { regency, regencies } = await priceRegency(db, actor, regencyCode);
  const today = dateWib(now());
  const day = date ?? today;
  const rows = await findSheetPrices(db, regency.code, day);
  return { regency, regencies, date: day, today, rows: rows.map(({ id: _id, ...row }) => row) };
}
