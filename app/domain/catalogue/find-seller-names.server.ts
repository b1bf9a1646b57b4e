import type { Db } from "#db/client.server.ts";
import { findSellerNameRows } from "#db/queries/catalogue-pages.ts";

/** Names of verified sellers by their slugs; no query when none are asked for. */
export async function findSellerNames(
  db: Db,
  slugs: readonly string[],
): Promise<{ slug: string; name: string }[]> {
  return slugs.length === 0 ? [] : findSellerNameRows(db, slugs);
}
