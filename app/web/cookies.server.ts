import { env } from "../lib/env.server.ts";

/** Reads one cookie; undefined when absent or mangled beyond decoding. */
export function readCookie(request: Request, name: string): string | undefined {
  for (const part of (request.headers.get("Cookie") ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) {
      try {
        return decodeURIComponent(part.slice(at + 1).trim());
      } catch {
        return undefined;
      }
    }
  }
  return undefined;
}

/** A `Set-Cookie` value for a year (or `maxAgeSeconds`; 0 removes it). `open` lets the page's script read it. */
export function setCookie(
  name: string,
  value: string,
  { maxAgeSeconds = 365 * 24 * 3600, open = false }: { maxAgeSeconds?: number; open?: boolean } = {},
): string {
  const secure = env().COOKIES_SECURE ? "; Secure" : "";
  const httpOnly = open ? "" : "; HttpOnly";
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${maxAgeSeconds}; SameSite=Lax${httpOnly}${secure}`;
}
