import type { Db } from "#db/client.server.ts";
import { findHitKeys } from "#db/queries/search-rows.ts";
import type { SearchEngine } from "./engine.server.ts";
import { searchProducts } from "./query.server.ts";
import type { SearchRequest } from "./types.ts";

export type JudgedQuery = {
  readonly query: string;
  readonly kind: string;
  readonly relevant: readonly string[];
};

/** Each between 0 and 1. */
export type Score = { readonly recall: number; readonly mrr: number; readonly ndcg: number };

export type Judgement = JudgedQuery & { readonly score: Score; readonly found: readonly string[] };

const TOP = 10;

/** What a buyer gets who types this and nothing else. */
export function plainRequest(text: string): SearchRequest {
  return { text, category: [], regency: [], seller: [], sort: "relevan", page: 1, perPage: 24 };
}

/**
 * Scores the first ten hits, each known by all its keys (a product's skus, a staple's key). Several hits of one
 * relevant key count once, so ten packets of the same chips do not make up for the other kind that is missing.
 */
export function scoreHits(hits: readonly (readonly string[])[], relevant: readonly string[]): Score {
  const left = new Set(relevant);
  let first = 0;
  let gain = 0;
  hits.slice(0, TOP).forEach((keys, place) => {
    const key = keys.find((candidate) => left.has(candidate));
    if (first === 0 && keys.some((candidate) => relevant.includes(candidate))) first = place + 1;
    if (key === undefined) return;
    left.delete(key);
    gain += 1 / Math.log2(place + 2);
  });
  const reachable = Math.min(relevant.length, TOP);
  const ideal = Array.from({ length: reachable }, (_, place) => 1 / Math.log2(place + 2)).reduce(
    (a, b) => a + b,
    0,
  );
  return {
    recall: (relevant.length - left.size) / reachable,
    mrr: first === 0 ? 0 : 1 / first,
    ndcg: gain / ideal,
  };
}

/** Asks each query of one engine (`null`: PostgreSQL alone) and scores what comes. */
export async function judgeSearch(
  db: Db,
  queries: readonly JudgedQuery[],
  engine: SearchEngine | null,
): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  for (const judged of queries) {
    const result = await searchProducts(db, plainRequest(judged.query), engine);
    if (engine && result.source !== "meilisearch")
      throw new Error(`Meilisearch tidak menjawab "${judged.query}".`);
    const hits = result.hits.slice(0, TOP);
    const keys = await findHitKeys(db, hits);
    const found = hits.map((hit) => keys.get(`${hit.kind}${hit.id}`) ?? []);
    judgements.push({
      ...judged,
      score: scoreHits(found, judged.relevant),
      found: found.map((all) => all[0] ?? "?"),
    });
  }
  return judgements;
}

/** The mean of several scores. */
export function meanScore(scores: readonly Score[]): Score {
  const mean = (pick: (score: Score) => number) =>
    scores.reduce((sum, score) => sum + pick(score), 0) / scores.length;
  return {
    recall: mean((score) => score.recall),
    mrr: mean((score) => score.mrr),
    ndcg: mean((score) => score.ndcg),
  };
}
