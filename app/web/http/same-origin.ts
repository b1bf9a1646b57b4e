import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a request that changes something comes from a page of ours (against forms on other sites). Browsers say so in
 * `Sec-Fetch-Site`, older ones in `Origin`; one that sends neither is held back by the SameSite=Lax cookies alone.
 */
export function isFromOurPages(headers: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"];
  if (site) return site === "same-origin" || site === "none";
  const { origin } = headers;
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === headers.host;
  } catch {
    return false;
  }
}
