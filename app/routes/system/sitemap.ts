import { findSitemap } from "#app/domain/catalogue/find-sitemap.server.ts";
import { forCrawlers, shopAddress, sitemapXml } from "#app/web/crawlers.server.ts";
import { reading } from "#app/web/route.server.ts";

export const loader = reading(async ({ db, url, params }) => {
  const pages = await findSitemap(db, (params.file ?? "").replace(/\.xml$/, ""));
  const entries = pages.map(({ path, changed }) => ({ address: `${shopAddress(url)}${path}`, changed }));
  return forCrawlers(sitemapXml("urlset", entries), "application/xml");
});
