/** Copies of one database, so that the shop and its SQL alone begin at the same point. */
import { performance } from "node:perf_hooks";
import pg from "pg";
import { cloneDatabase, dropDatabase, urlOf } from "../support/clone-database.ts";
import type { Measured } from "./load.ts";
import type { Statement } from "./record.ts";

/** Does `work` on a copy of a database that nobody is connected to. */
export async function onCopy<T>(
  serverUrl: string,
  source: string,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const name = `${source}_salinan`;
  await dropDatabase(serverUrl, name);
  await cloneDatabase(serverUrl, source, name);
  try {
    return await work(urlOf(serverUrl, name));
  } finally {
    await dropDatabase(serverUrl, name);
  }
}

/** The recorded statements with the values they had: a copy of the same database draws the same ids. @returns milliseconds up to each commit */
export async function replay(url: string, statements: readonly Statement[]): Promise<number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const times: number[] = [];
  try {
    let began = performance.now();
    for (const { name, text, values } of statements) {
      await client.query({ name, text, values: [...values] });
      if (text !== "commit") continue;
      times.push(performance.now() - began);
      began = performance.now();
    }
  } finally {
    await client.end();
  }
  return times;
}

/** @param count things that were done in these times together */
export function measured(times: readonly number[], count: number, failures: number): Measured {
  const sorted = [...times].sort((a, b) => a - b);
  const total = times.reduce((sum, time) => sum + time, 0);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return { rate: (count / total) * 1000, p50: at(0.5), p99: at(0.99), failures };
}
