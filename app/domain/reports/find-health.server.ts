import type { Db } from "#db/client.server.ts";
import { isDatabaseWell } from "#db/queries/reports.ts";
import { findSearchCheck, findWaitingIndexJobs, type SearchCheck } from "#db/queries/search-upkeep.ts";
import { pingSearch, searchState } from "#search/engine.server.ts";
import packageFile from "../../../package.json" with { type: "json" };

export type SearchHealth = {
  /** who answers searches now */
  readonly answers: "meilisearch" | "postgres";
  /** `incomplete`: it answers, but lacks a tenth or more of the public products; `none`: there is none */
  readonly meilisearch: "ok" | "incomplete" | "down" | "none";
  /** changes on their way into the index; null when PostgreSQL cannot tell */
  readonly jobs: { readonly waiting: number; readonly oldestSeconds: number } | null;
  /** what the worker's last look found; null before the first */
  readonly index: {
    readonly checkedAt: Date;
    readonly products: number;
    readonly documents: number;
    readonly comparedAt: Date | null;
    readonly comparedMs: number | null;
    /** what the last comparison found, and mended */
    readonly missing: number;
    readonly changed: number;
    readonly extra: number;
    readonly mendedAt: Date | null;
  } | null;
};

export type Health = {
  /** `ok` when orders can be placed; search has a fall-back and does not count */
  readonly status: "ok" | "down";
  readonly database: "ok" | "down";
  readonly search: SearchHealth;
  readonly version: string;
};

const indexOf = (check: SearchCheck): SearchHealth["index"] => ({
  checkedAt: check.checked_at,
  products: check.products,
  documents: check.documents,
  comparedAt: check.compared_at,
  comparedMs: check.took_ms,
  missing: check.missing,
  changed: check.changed,
  extra: check.extra,
  mendedAt: check.mended_at,
});

/** Whether the shop can work, for whoever watches over it. Never throws. */
export async function findHealth(db: Db): Promise<Health> {
  const isWell = await isDatabaseWell(db);
  const [meilisearch, jobs, check] = await Promise.all([
    pingSearch(isWell ? db : undefined),
    isWell ? findWaitingIndexJobs(db).catch(() => null) : null,
    isWell ? findSearchCheck(db).catch(() => undefined) : undefined,
  ]);
  return {
    status: isWell ? "ok" : "down",
    database: isWell ? "ok" : "down",
    search: { answers: searchState(), meilisearch, jobs, index: check ? indexOf(check) : null },
    version: packageFile.version,
  };
}
