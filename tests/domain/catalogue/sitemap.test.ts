import { beforeAll, expect, it } from "vitest";
import { findSitemap, listSitemaps } from "#app/domain/catalogue/find-sitemap.server.ts";
import { sitemapXml } from "#app/web/crawlers.server.ts";
import { fillCatalogue } from "#tests/search/catalogue.ts";
import { testDatabase } from "../../support/database.ts";

const { db } = await testDatabase();
beforeAll(() => fillCatalogue(db));

it("holds every public product and seller once, and no other", async () => {
  await db.updateTable("product").set({ status: "draft" }).where("id", "<", 20).execute();
  const files = await listSitemaps(db);
  const pages = (await Promise.all(files.map((file) => findSitemap(db, file)))).flat();
  const paths = pages.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  const products = await db.selectFrom("product").select("slug").where("public", "=", true).execute();
  expect(paths.filter((path) => path.startsWith("/produk/")).sort()).toEqual(
    products.map(({ slug }) => `/produk/${slug}`).sort(),
  );
  const sellers = await db
    .selectFrom("umkm as u")
    .innerJoin("product as p", "p.umkm_id", "u.id")
    .select("u.slug")
    .distinct()
    .where("p.public", "=", true)
    .execute();
  expect(paths.filter((path) => path.startsWith("/umkm/")).sort()).toEqual(
    sellers.map(({ slug }) => `/umkm/${slug}`).sort(),
  );
  expect(paths).toContain("/produk?kategori=camilan");
  expect(paths).toContain("/produk?kategori=keripik&kabupaten=18.71");
  expect(paths).not.toContain("/produk?kategori=keripik&kabupaten=18.99");
});

it.each(["rak-1", "produk-0", "produk-x", "produk-99999", "", "../rak"])("knows no file %s", async (name) => {
  await expect(findSitemap(db, name)).rejects.toThrow();
});

it("writes addresses as XML takes them", () => {
  const xml = sitemapXml("urlset", [{ address: "https://x/produk?a=1&b=<2>", changed: "2026-11-24" }]);
  expect(xml).toContain(
    "<url><loc>https://x/produk?a=1&amp;b=&lt;2&gt;</loc><lastmod>2026-11-24</lastmod></url>",
  );
});
