import type { Settings } from "meilisearch";
import { allMeanings, grammarWords } from "./dictionary/index.ts";
import { fuse } from "./read-query.ts";
import { REACHABLE } from "./types.ts";

/**
 * How the index searches and ranks. A change takes effect by a rebuild into a new index (see `ensureSearchIndex`),
 * so that the running shop never sees half of it.
 */
export function searchSettings(): Settings {
  return {
    // Order counts: a hit in the name goes before one in the description.
    searchableAttributes: [
      "name",
      "also",
      "category_name",
      "seller_name",
      "place",
      "packs",
      "sku",
      "description",
    ],
    filterableAttributes: [
      "kind",
      "category",
      "regency",
      "seller",
      "seller_label",
      "district",
      "price",
      "band",
      "in_stock",
      "halal",
      "row",
    ],
    sortableAttributes: ["row", "price", "sold", "_geo"],
    // `sum` for comparing the index with PostgreSQL.
    displayedAttributes: ["id", "row", "kind", "name", "seller", "sum"],
    // A chosen sort goes right after the words: cheapest first means cheapest first among what was asked for.
    rankingRules: [
      "words",
      "sort",
      "typo",
      "proximity",
      "attribute",
      "exactness",
      "in_stock:desc",
      "sold:desc",
      "row:desc",
    ],
    typoTolerance: {
      enabled: true,
      minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 },
      // Long texts hold a neighbour of nearly every word, and a wrong number is another product.
      disableOnAttributes: ["description", "sku", "packs", "seller_name", "place"],
      disableOnNumbers: true,
    },
    synonyms: Object.fromEntries([...allMeanings()].map(([typed, meant]) => synonymOf(typed, meant))),
    stopWords: [...grammarWords].sort(),
    // Lampung has 229 districts; a buyer's own may have the fewest goods.
    faceting: { maxValuesPerFacet: 300, sortFacetValuesBy: { "*": "count" } },
    pagination: { maxTotalHits: REACHABLE },
    searchCutoffMs: 200,
  };
}

/** A phrase goes as one made-up word: Meilisearch counts a synonym of several words as if it were misspelt. */
function synonymOf(typed: string, meant: ReadonlySet<string>): [string, string[]] {
  return typed.includes(" ") ? [fuse(typed), [typed, ...meant]] : [typed, [...meant]];
}
