import type { Env } from "#app/lib/env.server.ts";
import { startEmbeddedPostgres } from "#db/embedded.server.ts";
import { startEmbeddedMeilisearch } from "#search/embedded.server.ts";

/** Where database and search are, whoever runs them. */
export type Services = {
  readonly databaseUrl: string;
  readonly search: { readonly url: string; readonly apiKey: string | undefined } | undefined;
  /** what was started here, by name, and where it listens */
  readonly embedded: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
};

/** Starts what the environment does not name. Without any Meilisearch the catalogue answers from PostgreSQL. */
export async function startServices(env: Env): Promise<Services> {
  const [postgres, meilisearch] = await Promise.all([
    env.DATABASE_URL ? undefined : startEmbeddedPostgres(env.DATA_DIR),
    env.MEILISEARCH_URL
      ? undefined
      : startEmbeddedMeilisearch(env.DATA_DIR).catch((error: Error) => {
          // The shop goes on without: search is derived, and PostgreSQL answers in its place.
          console.error(`  ${error.message}\n  Pencarian dijawab oleh PostgreSQL.`);
          return undefined;
        }),
  ]);
  const search = env.MEILISEARCH_URL
    ? { url: env.MEILISEARCH_URL, apiKey: env.MEILISEARCH_API_KEY }
    : meilisearch && { url: meilisearch.url, apiKey: meilisearch.apiKey };
  return {
    databaseUrl: env.DATABASE_URL ?? postgres!.url,
    search,
    embedded: {
      ...(postgres && { PostgreSQL: postgres.url }),
      ...(meilisearch && { Meilisearch: meilisearch.url }),
    },
    stop: async () => {
      // each in its own time: one that is dead already must not keep the other
      await meilisearch?.stop().catch(() => {});
      await postgres?.stop().catch(() => {});
    },
  };
}

/** The environment of the processes that use these services. */
export function serviceEnv({ databaseUrl, search }: Services): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    ...(search && { MEILISEARCH_URL: search.url }),
    ...(search?.apiKey && { MEILISEARCH_API_KEY: search.apiKey }),
  };
}
