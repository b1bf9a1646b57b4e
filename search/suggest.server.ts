import type { MultiSearchQuery } from "meilisearch";
import type { Db } from "#db/client.server.ts";
import { suggestFromCatalogue } from "#db/queries/catalogue-suggest.ts";
import type { SearchClient } from "./client.server.ts";
import { standardSpelling } from "./dictionary/index.ts";
import { diversify } from "./diversify.ts";
import { askEngine, mayAsk, type SearchEngine, sharedEngine } from "./engine.server.ts";
import { firstAnswer } from "./first-answer.ts";
import { fused, readQuery } from "./read-query.ts";
import { wordsOf } from "./words.ts";

/** What someone who has typed this much may mean. */
export type Suggested = {
  readonly source: "meilisearch" | "postgres";
  readonly productIds: readonly number[];
  readonly stapleIds: readonly number[];
  /** slugs */
  readonly sellers: readonly string[];
};

type Hit = { readonly row: number; readonly name: string; readonly seller: string };

const PRODUCTS = 4;
const STAPLES = 2;
const SELLERS = 3;
/** Hits that are looked at, so that several kinds and sellers come of them. */
const CANDIDATES = 30;

/** Words as the catalogue writes them, but the last, which may not be finished. None: nothing to suggest for. */
export function typedWords(text: string): string[] {
  const words = wordsOf(text.slice(0, 80)).slice(0, 8);
  return [...standardSpelling(words.slice(0, -1)), ...words.slice(-1)];
}

const firstOf = (hits: readonly Hit[]) =>
  diversify(hits, [])
    .slice(0, PRODUCTS)
    .map((hit) => hit.row);

async function suggestMeilisearch(
  client: SearchClient,
  words: readonly string[],
  text: string,
): Promise<Suggested> {
  const signal = client.patience();
  const ask = async (q: string, matchingStrategy: "all" | "last") => {
    const common = {
      indexUid: client.index,
      q,
      matchingStrategy,
      attributesToRetrieve: ["row", "name", "seller"],
    };
    const names = { attributesToSearchOn: ["name", "also"] };
    const queries: MultiSearchQuery[] = [
      { ...common, ...names, filter: ["kind = product"], limit: CANDIDATES },
      { ...common, ...names, filter: ["kind = staple"], limit: STAPLES },
      {
        ...common,
        filter: ["kind = product"],
        attributesToSearchOn: ["seller_name"],
        distinct: "seller",
        limit: SELLERS,
      },
    ];
    const { results } = await client.reader.multiSearch<{ queries: MultiSearchQuery[] }, Hit>(
      { queries },
      { signal },
    );
    if (results.length !== queries.length) throw new TypeError("search answered something else");
    return results.map(({ hits }) => hits);
  };
  let found = await ask(words.join(" "), "all");
  const mended = fused(readQuery(text).core);
  if (mended !== "" && found.every((hits) => hits.length === 0)) found = await ask(mended, "last");
  const [products = [], staples = [], sellers = []] = found;
  return {
    source: "meilisearch",
    productIds: firstOf(products),
    stapleIds: staples.map((hit) => hit.row),
    sellers: sellers.map((hit) => hit.seller),
  };
}

async function suggestPostgres(db: Db, words: readonly string[]): Promise<Suggested> {
  const { products, staples, sellers } = await suggestFromCatalogue(db, words, {
    products: CANDIDATES,
    staples: STAPLES,
    sellers: SELLERS,
  });
  return { source: "postgres", productIds: firstOf(products), stapleIds: staples, sellers };
}

/**
 * Products, staples and sellers for what was typed so far, best first. Any text is fine. Asks and falls back as
 * `searchProducts` does.
 * @param engine the Meilisearch to ask; this process's own unless told otherwise, `null` for none
 * @throws only what PostgreSQL throws
 */
export async function suggest(
  db: Db,
  text: string,
  engine: SearchEngine | null | undefined = sharedEngine(),
): Promise<Suggested> {
  const words = typedWords(text);
  if (words.length === 0) return { source: "postgres", productIds: [], stapleIds: [], sellers: [] };
  const fromPostgres = () => suggestPostgres(db, words);
  if (!engine || !mayAsk(db, engine)) return fromPostgres();
  const asking = askEngine(engine, () => suggestMeilisearch(engine.client, words, text));
  return firstAnswer(engine, asking, fromPostgres);
}
