import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

const EVERY_MS = 2_000;
const PATIENCE_MS = 3_000;

function answers(url: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: url.hostname, port: Number(url.port) });
    const end = (alive: boolean) => {
      socket.destroy();
      resolve(alive);
    };
    socket.setTimeout(PATIENCE_MS, () => end(false));
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
  });
}

/**
 * Resolves with the name of the first of these servers that does not answer any more, twice in a row; with undefined
 * once `signal` is aborted.
 */
export async function firstToDie(
  servers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<string | undefined> {
  const silent = new Map<string, number>();
  for (;;) {
    await sleep(EVERY_MS, undefined, { signal, ref: false }).catch(() => {});
    if (signal.aborted) return undefined;
    for (const [name, url] of Object.entries(servers)) {
      const times = (await answers(new URL(url))) ? 0 : (silent.get(name) ?? 0) + 1;
      silent.set(name, times);
      if (times >= 2) return name;
    }
  }
}
