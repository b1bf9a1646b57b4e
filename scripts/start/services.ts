import type { Env } from "#app/lib/env.server.ts";
import { startEmbeddedPostgres } from "#db/embedded.server.ts";
import { keepEmbeddedMeilisearch } from "#search/keep-embedded.server.ts";
import { searchKeyOf } from "#search/search-key.ts";

/** Where database and search are, whoever runs them. */
export type Services = {
  readonly databaseUrl: string;
  readonly search:
    | {
        readonly url: string;
        /** writes: the worker's */
        readonly apiKey: string | undefined;
        /** can only search: the web process's */
        readonly searchKey: string | undefined;
      }
    | undefined;
  /** names of what was started here */
  readonly embedded: readonly string[];
  /** those without which the shop cannot go on, and where they listen */
  readonly needed: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
};

/**
 * Starts what the environment does not name. Without any Meilisearch the catalogue answers from PostgreSQL; one of our
 * own that ends is started again by itself.
 */
export async function startServices(env: Env, say: (line: string) => void): Promise<Services> {
  const [postgres, meilisearch] = await Promise.all([
    env.DATABASE_URL ? undefined : startEmbeddedPostgres(env.DATA_DIR),
    env.MEILISEARCH_URL ? undefined : keepEmbeddedMeilisearch(env.DATA_DIR, say),
  ]);
  const server = env.MEILISEARCH_URL
    ? { url: env.MEILISEARCH_URL, apiKey: env.MEILISEARCH_API_KEY }
    : meilisearch && { url: meilisearch.url, apiKey: meilisearch.apiKey };
  const searchKey =
    env.MEILISEARCH_SEARCH_KEY ??
    (server && searchKeyOf({ apiKey: server.apiKey, index: env.MEILISEARCH_INDEX }));
  return {
    databaseUrl: env.DATABASE_URL ?? postgres!.url,
    search: server && { ...server, searchKey },
    embedded: [...(postgres ? ["PostgreSQL"] : []), ...(meilisearch ? ["Meilisearch"] : [])],
    needed: postgres ? { PostgreSQL: postgres.url } : {},
    stop: async () => {
      // each in its own time: one that is dead already must not keep the other
      await meilisearch?.stop().catch(() => {});
      await postgres?.stop().catch(() => {});
    },
  };
}

/** The environment of the worker, which writes the index. */
export function workerEnv({ databaseUrl, search }: Services): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    ...(search && { MEILISEARCH_URL: search.url }),
    ...(search?.apiKey && { MEILISEARCH_API_KEY: search.apiKey }),
  };
}

/** The environment of the web process: whoever breaks into it finds a key that can only search. */
export function webEnv({ databaseUrl, search }: Services): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    MEILISEARCH_API_KEY: "",
    ...(search && { MEILISEARCH_URL: search.url }),
    ...(search?.searchKey && { MEILISEARCH_SEARCH_KEY: search.searchKey }),
  };
}
