/** The web process, on bare `node:http`: static files, the guest page cache, and the app. */
import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { createRequestHandler, type ServerBuild } from "@remix-run/server-runtime";
import { openDatabase } from "#db/client.server.ts";
import { listenForChanges } from "#db/listen.server.ts";
import { env } from "./lib/env.server.ts";
import { log } from "./lib/log.server.ts";
import { ChangeHub } from "./web/change-hub.ts";
import { SESSION } from "./web/cookie-names.ts";
import { SharedBody } from "./web/http/body.ts";
import { kindOf, startMetrics } from "./web/http/measure.ts";
import { payingOrigins } from "./web/http/paying-origins.ts";
import {
  BodyTooLarge,
  bodyLimit,
  clientAddress,
  readBody,
  readTarget,
  toWebRequest,
} from "./web/http/read-request.ts";
import { REFUSALS, refusalPage } from "./web/http/refusal-page.ts";
import { isFromOurPages } from "./web/http/same-origin.ts";
import { SearchCounter, type Searched } from "./web/http/search-counter.ts";
import { contentSecurityPolicy, securityHeaders } from "./web/http/security-headers.ts";
import { sendResponse, sendShared } from "./web/http/send.ts";
import { readPicture, readStaticFiles } from "./web/http/static-files.ts";
import { writeSearches } from "./web/http/write-searches.ts";
import { type CachedPage, PageCache, type SharedRequest, sharedRequest } from "./web/page-cache.ts";
import "./web/load-context.ts";

const { PORT, DATA_DIR, DATABASE_URL, COOKIES_SECURE } = env();
const STOP_MS = 5_000;

const built = new URL("../build/", import.meta.url);
const build = (await import(new URL("server/index.js", built).href)) as ServerBuild;
const handle = createRequestHandler(build, "production");
const staticFiles = readStaticFiles(new URL("client", built).pathname);
const mediaFolder = join(DATA_DIR, "media");
const always = securityHeaders(COOKIES_SECURE);
const paying = payingOrigins(env());

const cache = new PageCache();
const changes = new ChangeHub();
const metrics = startMetrics(cache);
const listener = listenForChanges({
  url: DATABASE_URL ?? "",
  onChange: (topic) => {
    if (topic === "catalogue") cache.clear();
    if (topic === "search") cache.clearSearches();
    changes.emit(topic);
  },
  onLost: () => cache.setOpen(false),
  onListening: () => {
    cache.setOpen(true);
    changes.emitAll();
  },
});

type Exchange = {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly url: URL;
  readonly requestId: string;
};

function sendRefusal(
  { outgoing, incoming }: Pick<Exchange, "incoming" | "outgoing">,
  kind: keyof typeof REFUSALS,
  reference = "",
): void {
  const page = refusalPage(REFUSALS[kind], reference);
  outgoing.writeHead(REFUSALS[kind].status, [
    ...always,
    ...["Content-Type", "text/html; charset=utf-8", "Content-Length", String(page.length)],
  ]);
  outgoing.end(incoming.method === "HEAD" ? undefined : page);
}

const searches = new SearchCounter();
const stopSearches = writeSearches(searches, openDatabase(DATABASE_URL ?? "", 1));
const noteSearch = (incoming: IncomingMessage, found: Searched) =>
  searches.note(found, { address: clientAddress(incoming), agent: incoming.headers["user-agent"] });

/** Asks the app. The signal tells loaders and event streams that the browser went away. */
async function askApp({ incoming, outgoing, url, requestId }: Exchange, nonce: string): Promise<Response> {
  const hasBody = incoming.method !== "GET" && incoming.method !== "HEAD";
  const limit = bodyLimit(url.pathname, incoming.headers.cookie?.includes(`${SESSION}=`) ?? false);
  const body = hasBody ? await readBody(incoming, limit) : undefined;
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  return handle(toWebRequest(incoming, url, body, gone.signal), {
    changes,
    clientAddress: clientAddress(incoming),
    requestId,
    nonce,
    searched: (found) => noteSearch(incoming, found),
  });
}

const newNonce = () => randomBytes(12).toString("base64url");

/**
 * Renders a guest's page once for all who ask, from nothing but what the key says: no other cookie, no header and no
 * impatience of the one who came first gets into it. Undefined when the answer may not be shared.
 */
async function renderShared(
  { path, cookie }: SharedRequest,
  { url, requestId }: Exchange,
): Promise<CachedPage | undefined> {
  const nonce = newNonce();
  const request = new Request(new URL(path, url.origin), { headers: cookie ? { Cookie: cookie } : {} });
  let searched: Searched | undefined;
  const response = await handle(request, {
    changes,
    clientAddress: "",
    requestId,
    nonce,
    searched: (found) => {
      searched = found;
    },
  });
  if (response.status !== 200 || response.headers.has("Set-Cookie")) return undefined;
  const headers = [...response.headers].filter(([name]) => name !== "content-length") as [string, string][];
  headers.push(["Content-Security-Policy", contentSecurityPolicy(nonce, paying)]);
  // Kept by the browser for going back, asked again each time it is opened anew.
  headers.push(["Cache-Control", "private, no-cache"]);
  for (let at = 0; at < always.length; at += 2) headers.push([always[at]!, always[at + 1]!]);
  return { body: new SharedBody(Buffer.from(await response.arrayBuffer())), headers, searched };
}

async function answer(exchange: Exchange): Promise<void> {
  const { incoming, outgoing, url } = exchange;
  const method = incoming.method ?? "GET";
  const isRead = method === "GET" || method === "HEAD";
  if (isRead) {
    const file = staticFiles.get(url.pathname);
    if (file) {
      const headers = [
        ["Content-Type", file.type],
        ["Cache-Control", file.cacheControl],
        ["X-Content-Type-Options", "nosniff"],
      ] as const;
      return sendShared(incoming, outgoing, file.body, headers, file.compressible);
    }
    const picture = await readPicture(url.pathname, mediaFolder);
    if (picture) {
      outgoing.writeHead(200, {
        "Content-Type": picture.type,
        "Cache-Control": picture.cacheControl,
        "Content-Length": picture.bytes.length,
        "X-Content-Type-Options": "nosniff",
      });
      outgoing.end(method === "HEAD" ? undefined : picture.bytes);
      return;
    }
    if (url.pathname === "/metrics") {
      outgoing.writeHead(200, { "Content-Type": metrics.contentType }).end(await metrics.text());
      return;
    }
    if (url.pathname.length > 1 && url.pathname.endsWith("/")) {
      outgoing.writeHead(308, { Location: url.pathname.replace(/\/+$/, "") + url.search }).end();
      return;
    }
  } else if (method !== "POST") return sendRefusal(exchange, "method");
  // what providers send there is proved by its signature, and no page of ours posts there
  else if (!url.pathname.startsWith("/hooks/") && !isFromOurPages(incoming.headers))
    return sendRefusal(exchange, "otherSite");

  const shared = sharedRequest(method, url, incoming.headers.cookie ?? "");
  const page = shared && (await cache.get(shared.key, () => renderShared(shared, exchange)));
  if (page?.searched && method === "GET") noteSearch(incoming, page.searched);
  if (page) return sendShared(incoming, outgoing, page.body, page.headers);
  const nonce = newNonce();
  const response = await askApp(exchange, nonce);
  return sendResponse(incoming, outgoing, response, [
    ...always,
    "Content-Security-Policy",
    contentSecurityPolicy(nonce, paying),
  ]);
}

const server = createServer({ maxHeaderSize: 32 * 1024 }, (incoming, outgoing) => {
  const began = performance.now();
  const requestId = randomBytes(5).toString("hex");
  const url = readTarget(incoming, COOKIES_SECURE ? "https" : "http");
  outgoing.once("finish", () => {
    const ms = performance.now() - began;
    const path = url?.pathname ?? "?";
    metrics.observe(kindOf(path), outgoing.statusCode, ms / 1000);
    // The path without its query: the secret of a tracking link stays out of the log.
    log.debug(
      { requestId, method: incoming.method, path, status: outgoing.statusCode, ms: Math.round(ms) },
      "answered",
    );
  });
  if (!url) return sendRefusal({ incoming, outgoing }, "badAddress");
  answer({ incoming, outgoing, url, requestId }).catch((error: unknown) => {
    if (outgoing.headersSent) return outgoing.destroy();
    if (error instanceof BodyTooLarge) return sendRefusal({ incoming, outgoing }, "tooLarge");
    if (!outgoing.destroyed) log.error({ requestId, path: url.pathname, err: error }, "no answer");
    sendRefusal({ incoming, outgoing }, "broken", requestId);
  });
});
// Longer than a proxy keeps a connection, so that none is closed under a request on its way.
server.keepAliveTimeout = 65_000;
server.requestTimeout = 60_000;

server.listen(PORT, () => {
  log.info({ port: PORT }, "web ready");
  process.send?.("ready");
});

let stopping = false;
/** Takes no new requests, ends event streams, lets the rest finish, and is gone within five seconds. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(0), STOP_MS).unref();
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 1_500).unref();
  await listener.stop();
  await closed;
  await stopSearches();
  process.exit(0);
}
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
// The launcher was killed: without it nobody would stop us.
process.on("disconnect", () => void stop());
