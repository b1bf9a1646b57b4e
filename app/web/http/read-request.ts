import type { IncomingMessage } from "node:http";

/** Ordinary forms stay far below this. */
const FORM_LIMIT_BYTES = 1024 * 1024;
/** Three photos of 12 MB, or a spreadsheet of a whole regency. */
const UPLOAD_LIMIT_BYTES = 40 * 1024 * 1024;
/** A buyer's photos of what is wrong with their goods: they may have no account, only the secret link of the order. */
const COMPLAINT_LIMIT_BYTES = 24 * 1024 * 1024;
const COMPLAINTS = /^\/pesanan\/LL-[0-9A-Z]{6}\/keluhan$/;
/** What payment providers tell us is small, and anybody may send something there. */
const HOOK_LIMIT_BYTES = 256 * 1024;
const HOOKS = /^\/hooks\//;
/** Pages whose forms carry files. */
const UPLOADS =
  /^\/penjual\/(pengajuan|produk)(\/|$)|^\/dinas\/(impor|uang)(\/|$)|^\/operator\/(toko\/qris|uang(\/.*)?|pesanan\/[^/]+\/(gagal|serah-foto))$/;

/** How many bytes a form sent to this page may have. Files are taken only from people with a session, and for complaints. */
export function bodyLimit(path: string, hasSession: boolean): number {
  const page = path.replace(/\.data$/, "");
  if (HOOKS.test(page)) return HOOK_LIMIT_BYTES;
  if (COMPLAINTS.test(page)) return COMPLAINT_LIMIT_BYTES;
  return hasSession && UPLOADS.test(page) ? UPLOAD_LIMIT_BYTES : FORM_LIMIT_BYTES;
}

/** Thrown when a body is larger than the limit. */
export class BodyTooLarge extends Error {
  override name = "BodyTooLarge";
}

/**
 * The address asked for, with slashes at the start folded (`//other.site/` is a path here, never another host).
 * @returns undefined when it or the Host header cannot be read
 */
export function readTarget(incoming: IncomingMessage, scheme: "http" | "https"): URL | undefined {
  const host = incoming.headers.host ?? "localhost";
  const target = (incoming.url ?? "/").replace(/^[/\\]+/, "/");
  if (!/^[\w.\-[\]:]{1,255}$/.test(host) || !target.startsWith("/")) return undefined;
  try {
    const url = new URL(`${scheme}://${host}${target}`);
    const holdsNul = decodeURIComponent(url.pathname).includes("\u0000") || url.search.includes("%00");
    return holdsNul ? undefined : url;
  } catch {
    return undefined;
  }
}

/** A body beyond this is not even read to its end. */
const PATIENCE_BYTES = 64 * 1024 * 1024;

/**
 * The whole body, once it is there. One that is too large is read to its end and dropped: browsers look at the answer
 * only when they have sent everything.
 * @throws BodyTooLarge when it is above `limit` bytes
 */
export function readBody(incoming: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    incoming.on("data", (part: Buffer) => {
      size += part.length;
      if (size <= limit) parts.push(part);
      else parts.length = 0;
      if (size > PATIENCE_BYTES) incoming.destroy(new BodyTooLarge());
    });
    incoming.once("end", () =>
      size > limit ? reject(new BodyTooLarge()) : resolve(Buffer.concat(parts, size)),
    );
    incoming.once("error", reject);
    incoming.once("aborted", () => reject(new BodyTooLarge()));
  });
}

/** The browser's address; a proxy on this very machine is believed about the one it serves. */
export function clientAddress(incoming: IncomingMessage): string {
  const direct = incoming.socket.remoteAddress ?? "";
  const forwarded = incoming.headers["x-forwarded-for"];
  const isLocal = direct === "127.0.0.1" || direct === "::1" || direct === "::ffff:127.0.0.1";
  if (!isLocal || typeof forwarded !== "string") return direct;
  return forwarded.split(",").at(-1)?.trim() || direct;
}

/** The same request as the web's `Request`; `signal` tells loaders that the browser went away. */
export function toWebRequest(
  incoming: IncomingMessage,
  url: URL,
  body: Buffer | undefined,
  signal: AbortSignal,
): Request {
  const headers: [string, string][] = [];
  for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
    const name = incoming.rawHeaders[at]!;
    if (!name.startsWith(":")) headers.push([name, incoming.rawHeaders[at + 1]!]);
  }
  return new Request(url, { method: incoming.method, headers, body: body && new Uint8Array(body), signal });
}
