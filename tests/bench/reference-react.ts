/**
 * Two limits in one process: `/http/…` sends the bytes of a page from memory, `/react/…` renders the same page with
 * react-dom alone from data in memory. Both over `node:http`, without a database. Started by bench.ts with a JSON line
 * on standard input: `{ "base": "http://127.0.0.1:3000", "pages": { "home": "/", … }, "cookie": "desa=…" }`.
 */
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { RemixServer } from "@remix-run/react";
import { createRequestHandler, type EntryContext, type ServerBuild } from "@remix-run/server-runtime";
import { createElement } from "react";
import { renderToString } from "react-dom/server";

type Order = { readonly base: string; readonly pages: Record<string, string>; readonly cookie: string };

const [line] = await new Promise<string[]>((resolve) => {
  const lines: string[] = [];
  const reader = createInterface({ input: process.stdin });
  reader.on("line", (text) => lines.push(text) && reader.close());
  reader.on("close", () => resolve(lines));
});
const { base, pages, cookie } = JSON.parse(line ?? "") as Order;
const headers = { Cookie: cookie };

const build = (await import(new URL("../../build/server/index.js", import.meta.url).href)) as ServerBuild;

/** Runs the app's own loaders once and keeps what they gave the page. */
async function captureContext(path: string): Promise<EntryContext> {
  let captured: EntryContext | undefined;
  const capturing = {
    ...build,
    entry: {
      module: {
        ...build.entry.module,
        default: (_request: Request, _status: number, _headers: Headers, context: EntryContext) => {
          captured = context;
          return new Response("");
        },
      },
    },
  };
  const handle = createRequestHandler(capturing as ServerBuild, "production");
  await handle(new Request(base + path, { headers }), {
    changes: { subscribe: () => () => {} },
    clientAddress: "127.0.0.1",
    requestId: "bench",
    searched: () => {},
    nonce: "bench",
  });
  if (!captured) throw new Error(`no page at ${path}`);
  return captured;
}

const contexts = new Map<string, EntryContext>();
const bodies = new Map<string, Buffer>();
for (const [name, path] of Object.entries(pages)) {
  contexts.set(`/react/${name}`, await captureContext(path));
  bodies.set(`/http/${name}`, Buffer.from(await (await fetch(base + path, { headers })).arrayBuffer()));
}

const server = createServer((incoming, outgoing) => {
  const url = incoming.url ?? "";
  const context = contexts.get(url);
  const body = context
    ? Buffer.from(renderToString(createElement(RemixServer, { context, url: base + pages[url.slice(7)]! })))
    : bodies.get(url);
  outgoing.writeHead(body ? 200 : 404, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": body?.length ?? 0,
  });
  outgoing.end(body);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") console.log(JSON.stringify({ port: address.port }));
});
process.on("SIGTERM", () => process.exit(0));
