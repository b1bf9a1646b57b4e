import type { Db } from "#db/client.server.ts";
import { isDatabaseWell } from "#db/queries/reports.ts";
import { pingSearch, searchState } from "#search/query.server.ts";
import packageFile from "../../../package.json" with { type: "json" };

export type Health = {
  /** `ok` when orders can be placed; search has a fall-back and does not count */
  readonly status: "ok" | "down";
  readonly database: "ok" | "down";
  readonly search: { readonly answers: "meilisearch" | "postgres"; readonly meilisearch: "ok" | "down" };
  readonly version: string;
};

/** Whether the shop can work, for whoever watches over it. Never throws. */
export async function findHealth(db: Db): Promise<Health> {
  const [database, meilisearch] = await Promise.all([isDatabaseWell(db), pingSearch()]);
  return {
    status: database ? "ok" : "down",
    database: database ? "ok" : "down",
    search: { answers: searchState(), meilisearch: meilisearch ? "ok" : "down" },
    version: packageFile.version,
  };
}
