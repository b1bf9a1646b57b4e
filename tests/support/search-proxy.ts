import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll } from "vitest";

export type SearchProxy = {
  readonly url: string;
  /** milliseconds that every answer is held back */
  delay: number;
  /** what is answered in Meilisearch's place to requests that write documents */
  refusal: { readonly status: number; readonly body: string } | undefined;
  /** called when Meilisearch has accepted documents, before the worker hears of it */
  onAccepted: (() => Promise<void> | void) | undefined;
};

const writesDocuments = ({ method, url = "" }: IncomingMessage) =>
  method !== "GET" && /\/documents(?:\?|\/delete|$)/.test(url);

/** Stands between the shop and a Meilisearch, and makes it slow, full, or heard too late. */
export async function searchProxy(target: string): Promise<SearchProxy> {
  const proxy = { delay: 0, refusal: undefined, onAccepted: undefined } as Omit<SearchProxy, "url">;
  const server = createServer((incoming, outgoing) => {
    outgoing.on("error", () => {});
    if (proxy.refusal && writesDocuments(incoming)) {
      incoming.resume();
      outgoing.writeHead(proxy.refusal.status, { "content-type": "application/json" });
      outgoing.end(proxy.refusal.body);
      return;
    }
    const { method, url, headers } = incoming;
    const onward = request(new URL(url ?? "/", target), { method, headers }, async (answer) => {
      const parts: Buffer[] = [];
      for await (const part of answer) parts.push(part as Buffer);
      if (writesDocuments(incoming) && answer.statusCode === 202) await proxy.onAccepted?.();
      await sleep(proxy.delay);
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers).end(Buffer.concat(parts));
    });
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return Object.assign(proxy, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}
