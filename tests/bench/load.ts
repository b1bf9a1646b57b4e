import { randomInt } from "node:crypto";
import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";
import autocannon from "autocannon";

export type Measured = {
  /** per second */
  readonly rate: number;
  /** milliseconds */
  readonly p50: number;
  readonly p99: number;
  readonly failures: number;
};

export const CLIENTS = 10;

/** Asks for pages as fast as ten clients can, each going through `paths` in turn. The warm-up is not counted. */
export async function loadPages(
  base: string,
  paths: readonly string[],
  headers: Record<string, string>,
  seconds: number,
): Promise<Measured> {
  const run = (duration: number) =>
    autocannon({
      url: base,
      connections: CLIENTS,
      duration,
      requests: paths.map((path) => ({ path, headers })),
    });
  await run(2);
  const result = await run(seconds);
  return {
    rate: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failures: result.non2xx + result.errors,
  };
}

function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Runs each task once, ten at a time. A task that returns false, or throws, has failed. */
export async function loadTasks(tasks: readonly (() => Promise<boolean>)[]): Promise<Measured> {
  const times: number[] = [];
  let failures = 0;
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let at = next++; at < tasks.length; at = next++) {
        const start = performance.now();
        const done = await tasks[at]!().catch(() => false);
        times.push(performance.now() - start);
        if (!done) failures++;
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  return {
    rate: tasks.length / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    failures,
  };
}

const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });

/** Sends a form and tells whether it was answered with a redirect whose address contains `expected`. */
export function postForm(
  url: string,
  form: Record<string, string>,
  cookie: string,
  expected: string,
): Promise<boolean> {
  const body = new URLSearchParams(form).toString();
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      {
        agent,
        method: "POST",
        headers: {
          "Content-Type": "application/x-www-form-urlencoded",
          "Content-Length": Buffer.byteLength(body),
          Cookie: cookie,
          // a buyer of its own each time: the shop counts orders per address
          "X-Forwarded-For": `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`,
        },
      },
      (answer) => {
        answer.resume();
        answer.on("end", () =>
          resolve(answer.statusCode === 302 && String(answer.headers.location).includes(expected)),
        );
        answer.on("error", reject);
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
