import { existsSync } from "node:fs";
import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, inject, it } from "vitest";
import { hasMeilisearch } from "#search/embedded.server.ts";
import { keepEmbeddedMeilisearch } from "#search/keep-embedded.server.ts";

const folder = await mkdtemp(join(inject("dataDir"), "keep-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

it.runIf(hasMeilisearch(folder))(
  "a server that dies is started again where it was, until it is stopped",
  async () => {
    const said: string[] = [];
    const kept = (await keepEmbeddedMeilisearch(folder, (line) => said.push(line)))!;
    const isWell = async () => (await fetch(`${kept.url}/health`).catch(() => undefined))?.ok ?? false;
    expect(await isWell()).toBe(true);
    const first = kept.pid()!;
    process.kill(first, "SIGKILL");
    await expect.poll(() => kept.pid() !== first && isWell()).toBe(true);
    expect(said.join("\n")).toContain("dinyalakan lagi");

    // a disk that was full leaves files that no server can open
    const second = kept.pid()!;
    const tasks = join(folder, "meilisearch", "data", "tasks", "data.mdb");
    expect(existsSync(tasks)).toBe(true);
    process.kill(second, "SIGKILL");
    await truncate(tasks, 10);
    await writeFile(tasks, "rusak");
    await expect.poll(() => kept.pid() !== second && isWell()).toBe(true);
    await kept.stop();
    expect(await isWell()).toBe(false);
    expect(existsSync(`/proc/${kept.pid()}`)).toBe(false);
  },
);
