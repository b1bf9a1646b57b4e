import { forCrawlers, shopAddress } from "#app/web/crawlers.server.ts";
import { reading } from "#app/web/route.server.ts";

/** Nobody's own pages, nothing that only the shop's scripts ask for, and no search by text: such pages have no end. */
const CLOSED = [
  ...["/keranjang", "/checkout", "/pesanan/", "/akun", "/masuk", "/daftar", "/sandi", "/keluar"],
  ...["/penjual", "/operator", "/dinas", "/cari/", "/lokasi?", "/metrics", "/healthz"],
  ...["/*?q=", "/*&q=", "/*?*_data="],
];

export const loader = reading(async ({ url }) =>
  forCrawlers(
    `User-agent: *\n${CLOSED.map((path) => `Disallow: ${path}\n`).join("")}\nSitemap: ${shopAddress(url)}/sitemap.xml\n`,
    "text/plain",
  ),
);
