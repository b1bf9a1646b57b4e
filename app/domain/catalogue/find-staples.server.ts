import type { Db } from "#db/client.server.ts";
import { findStapleRows } from "#db/queries/catalogue-pages.ts";
import { dateWib, now } from "../../lib/clock.ts";

export type StapleCard = {
  readonly id: number;
  readonly name: string;
  readonly unit: string;
  /** today's price in the buyer's regency; null before a village is chosen, or when none is set */
  readonly price: number | null;
  readonly picture: { readonly hash: string; readonly ground: string; readonly alt: string } | null;
};

/** These staples in this order, with today's price in a regency. One query. */
export async function findStaples(
  db: Db,
  ids: readonly number[],
  regencyCode: string | undefined,
): Promise<StapleCard[]> {
  if (ids.length === 0) return [];
  const rows = await findStapleRows(db, ids, regencyCode ?? null, dateWib(now()));
  return rows.map(({ hash, ground, ...row }) => ({
    ...row,
    picture: hash && ground ? { hash, ground, alt: row.name } : null,
  }));
}
