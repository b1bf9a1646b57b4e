import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { isUnchanged, type SharedBody } from "./body.ts";
import { chooseEncoding, compress } from "./compress.ts";

type Header = readonly [string, string];

/** Sends bytes that many ask for: compressed once, and not at all to who has them. */
export async function sendShared(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  body: SharedBody,
  headers: readonly Header[],
  compressible = true,
): Promise<void> {
  const encoding = compressible
    ? chooseEncoding(incoming.headers["accept-encoding"], body.plain.length)
    : undefined;
  const etag = body.etag(encoding);
  const flat = [...headers.flat(), "ETag", etag];
  if (compressible) flat.push("Vary", "Accept-Encoding, Cookie");
  if (isUnchanged(incoming.headers["if-none-match"], etag)) {
    outgoing.writeHead(304, flat).end();
    return;
  }
  const bytes = await body.bytes(encoding);
  if (encoding) flat.push("Content-Encoding", encoding);
  flat.push("Content-Length", String(bytes.length));
  outgoing.writeHead(200, flat);
  outgoing.end(incoming.method === "HEAD" ? undefined : bytes);
}

/** Sends what the app answered: pages whole and compressed, event streams and downloads as they come. */
export async function sendResponse(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  response: Response,
  extra: readonly string[],
): Promise<void> {
  const flat = [...extra];
  for (const [name, value] of response.headers) if (name !== "set-cookie") flat.push(name, value);
  for (const cookie of response.headers.getSetCookie()) flat.push("Set-Cookie", cookie);
  const type = response.headers.get("Content-Type") ?? "";
  const isDownload = response.headers.get("Content-Disposition")?.startsWith("attachment");
  if ((type.startsWith("text/event-stream") || isDownload) && response.body) {
    outgoing.writeHead(response.status, flat);
    outgoing.flushHeaders();
    const stream = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
    outgoing.on("close", () => stream.destroy());
    // half a file must not look like a whole one
    stream.on("error", () => (isDownload ? outgoing.destroy() : outgoing.end()));
    stream.pipe(outgoing);
    return;
  }
  const body = Buffer.from(await response.arrayBuffer());
  const encoding = /html|json|text/.test(type)
    ? chooseEncoding(incoming.headers["accept-encoding"], body.length)
    : undefined;
  const bytes = encoding ? await compress(body, encoding, "each") : body;
  if (encoding) flat.push("Content-Encoding", encoding, "Vary", "Accept-Encoding, Cookie");
  if (!response.headers.has("Cache-Control")) flat.push("Cache-Control", "private, no-cache");
  // an answer to HEAD has no body here, and its length is not known
  if (incoming.method !== "HEAD") flat.push("Content-Length", String(bytes.length));
  outgoing.writeHead(response.status, flat);
  outgoing.end(incoming.method === "HEAD" ? undefined : bytes);
}
