import { dateWib } from "#app/lib/clock.ts";
import { NotFound } from "#app/lib/errors.ts";
import type { Db } from "#db/client.server.ts";
import {
  findFilledShelves,
  findLastIds,
  findProductSlugs,
  findSellerSlugs,
  type SitemapRow,
} from "#db/queries/sitemap.ts";
import { findCategoryTree } from "./find-category-tree.server.ts";

/** A page that crawlers may keep; `changed`: the day it last did (WIB), when that is known. */
export type SitemapPage = { readonly path: string; readonly changed?: string };

/** Ids per file; a file may hold 50,000 addresses (sitemaps.org, protocol 0.9). */
const PER_FILE = 20_000;

/** The names of all files: `rak`, `produk-1`, … `pembuat-1`, … */
export async function listSitemaps(db: Db): Promise<string[]> {
  const last = await findLastIds(db);
  const files = (name: string, ids: number) =>
    Array.from({ length: Math.ceil(ids / PER_FILE) }, (_, at) => `${name}-${at + 1}`);
  return ["rak", ...files("produk", last.product), ...files("pembuat", last.umkm)];
}

/** The front page, and the shelves that hold something: kinds, groups, places, and kinds of a place. */
async function shelves(db: Db): Promise<SitemapPage[]> {
  const [filled, tree] = await Promise.all([findFilledShelves(db), findCategoryTree(db)]);
  const addresses = new Set(["/", "/produk"]);
  for (const { category, regency } of filled) {
    const group = tree.find((branch) => branch.kinds.some((kind) => kind.slug === category));
    for (const kind of group ? [group.slug, category] : [category]) {
      addresses.add(`/produk?kategori=${kind}`);
      addresses.add(`/produk?kategori=${kind}&kabupaten=${regency}`);
    }
    addresses.add(`/produk?kabupaten=${regency}`);
  }
  return [...addresses].map((path) => ({ path }));
}

/**
 * The pages of one file of `listSitemaps`.
 * @throws NotFound when there is no such file
 */
export async function findSitemap(db: Db, name: string): Promise<SitemapPage[]> {
  if (name === "rak") return shelves(db);
  const [, kind, number] = /^(produk|pembuat)-([1-9]\d{0,3})$/.exec(name) ?? [];
  if (!kind) throw new NotFound("halaman");
  const last = Number(number) * PER_FILE;
  const pages = (folder: string, rows: readonly SitemapRow[]) =>
    rows.map(({ slug, changed }) => ({ path: `/${folder}/${slug}`, changed: dateWib(changed) }));
  return kind === "produk"
    ? pages("produk", await findProductSlugs(db, last - PER_FILE, last))
    : pages("umkm", await findSellerSlugs(db, last - PER_FILE, last));
}
