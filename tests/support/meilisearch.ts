import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { openSearchClient, type SearchClient } from "#search/client.server.ts";
import { type EmbeddedSearch, startEmbeddedMeilisearch } from "#search/embedded.server.ts";

export type TestSearch = { readonly server: EmbeddedSearch; readonly client: SearchClient };

/**
 * A real Meilisearch, with all the time a busy machine needs, for this test file, with an index name of its own; ended after the file's last test. Call it at the
 * top of the file. Undefined on a machine that has none: skip what needs it.
 */
export async function testSearch(): Promise<TestSearch | undefined> {
  const folder = await mkdtemp(join(inject("dataDir"), "search-"));
  const server = await startEmbeddedMeilisearch(folder);
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  if (!server) return undefined;
  const index = `uji-${randomBytes(4).toString("hex")}`;
  return { server, client: openSearchClient({ ...server, index, searchTimeout: 10_000 }) };
}
