import { pingSearch, searchState } from "#search/query.server.ts";

/** What /healthz says: who answers searches now, and whether Meilisearch itself says it is well (within 250 ms). */
export async function findSearchState(): Promise<{ answers: "meilisearch" | "postgres"; healthy: boolean }> {
  const healthy = await pingSearch();
  return { answers: searchState(), healthy };
}
