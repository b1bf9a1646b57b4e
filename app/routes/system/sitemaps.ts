import { listSitemaps } from "#app/domain/catalogue/find-sitemap.server.ts";
import { forCrawlers, shopAddress, sitemapXml } from "#app/web/crawlers.server.ts";
import { reading } from "#app/web/route.server.ts";

export const loader = reading(async ({ db, url }) => {
  const names = await listSitemaps(db);
  const entries = names.map((name) => ({ address: `${shopAddress(url)}/sitemap/${name}.xml` }));
  return forCrawlers(sitemapXml("sitemapindex", entries), "application/xml");
});
