import { env } from "../lib/env.server.ts";

/** Where people reach the shop, without a slash at the end. */
export function shopAddress(url: URL): string {
  return env().PUBLIC_URL ?? url.origin;
}

/** An answer for crawlers, good for an hour. */
export function forCrawlers(body: string, type: "text/plain" | "application/xml"): Response {
  return new Response(body, {
    headers: { "Content-Type": `${type}; charset=utf-8`, "Cache-Control": "public, max-age=3600" },
  });
}

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

type Entry = { readonly address: string; readonly changed?: string };

/** A sitemap (`urlset`), or the list of them (`sitemapindex`), after sitemaps.org, protocol 0.9. */
export function sitemapXml(root: "urlset" | "sitemapindex", entries: readonly Entry[]): string {
  const tag = root === "urlset" ? "url" : "sitemap";
  const lines = entries.map(({ address, changed }) => {
    const last = changed ? `<lastmod>${changed}</lastmod>` : "";
    return `<${tag}><loc>${escaped(address)}</loc>${last}</${tag}>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join("")}</${root}>\n`;
}
