import type { Db } from "#db/client.server.ts";
import { findSearchStaples, findSearchSums, findSearchSumsAfter } from "#db/queries/search-rows.ts";
import type { SearchClient } from "./client.server.ts";
import { sumOf } from "./seal.ts";

/** Products compared at a time: one reading of PostgreSQL and one of Meilisearch. */
const RANGE = 5_000;
/** More documents than one range may ever hold. */
const ALL = 1_000_000;

type Summed = { readonly id: string; readonly sum?: string };

/** Where the index and PostgreSQL differ. */
export type Difference = {
  /** products that have no document, and those whose document is of an older state */
  readonly missing: readonly number[];
  readonly changed: readonly number[];
  /** ids of documents that nothing public stands behind */
  readonly extra: readonly string[];
  readonly staplesDiffer: boolean;
};

export type Comparison = Difference & {
  readonly products: number;
  /** documents of products */
  readonly documents: number;
};

export const differences = ({ missing, changed, extra, staplesDiffer }: Difference) =>
  missing.length + changed.length + extra.length + (staplesDiffer ? 1 : 0);

function sift(rows: readonly { id: number; checksum: string }[], documents: readonly Summed[]) {
  const sums = new Map(documents.map(({ id, sum }) => [id, sum ?? ""]));
  const missing: number[] = [];
  const changed: number[] = [];
  for (const row of rows) {
    const sum = sums.get(`p${row.id}`);
    sums.delete(`p${row.id}`);
    if (sum === undefined) missing.push(row.id);
    else if (sum !== sumOf(row)) changed.push(row.id);
  }
  return { missing, changed, extra: [...sums.keys()] };
}

/** Compares the checksums of all products and staples with those in the index `uid`, range by range. */
export async function compareIndex(db: Db, client: SearchClient, uid: string): Promise<Comparison> {
  const read = async (filter: string) =>
    (await client.writer.index<Summed>(uid).getDocuments({ filter, fields: ["id", "sum"], limit: ALL }))
      .results;
  const missing: number[] = [];
  const changed: number[] = [];
  const extra: string[] = [];
  let [products, documents] = [0, 0];
  for (let afterId = 0, isLast = false; !isLast; ) {
    const rows = await findSearchSumsAfter(db, afterId, RANGE);
    isLast = rows.length < RANGE;
    const upTo = isLast ? "" : ` AND row <= ${rows.at(-1)!.id}`;
    const found = await read(`kind = product AND row > ${afterId}${upTo}`);
    const sifted = sift(rows, found);
    missing.push(...sifted.missing);
    changed.push(...sifted.changed);
    extra.push(...sifted.extra);
    products += rows.length;
    documents += found.length;
    afterId = rows.at(-1)?.id ?? afterId;
  }
  // Whatever else lies there: no kind of ours, or no row.
  const strangers = await read("NOT (kind = staple OR (kind = product AND row > 0))");
  extra.push(...strangers.map(({ id }) => id));
  const staples = (await findSearchStaples(db)).map((row) => `s${row.id} ${sumOf(row)}`).sort();
  const there = (await read("kind = staple")).map(({ id, sum }) => `${id} ${sum}`).sort();
  const staplesDiffer = staples.join() !== there.join();
  return { products, documents, missing, changed, extra, staplesDiffer };
}

/** Looks again at what differed a moment ago: a job may have been on its way. */
export async function compareAgain(
  db: Db,
  client: SearchClient,
  uid: string,
  before: Difference,
): Promise<Difference> {
  const isOurs = (id: string) => /^p\d{1,15}$/.test(id);
  const known = before.extra.filter(isOurs).map((id) => Number(id.slice(1)));
  const ids = [...new Set([...before.missing, ...before.changed, ...known])];
  const result = {
    missing: [] as number[],
    changed: [] as number[],
    extra: before.extra.filter((id) => !isOurs(id)),
    staplesDiffer: before.staplesDiffer,
  };
  for (let from = 0; from < ids.length; from += RANGE) {
    const some = ids.slice(from, from + RANGE);
    const [rows, { results }] = await Promise.all([
      findSearchSums(db, some),
      client.writer
        .index<Summed>(uid)
        .getDocuments({ ids: some.map((id) => `p${id}`), fields: ["id", "sum"], limit: ALL }),
    ]);
    const sifted = sift(rows, results);
    result.missing.push(...sifted.missing);
    result.changed.push(...sifted.changed);
    result.extra.push(...sifted.extra);
  }
  return result;
}
