import type { Db } from "#db/client.server.ts";
import { searchCatalogue } from "../catalogue/search-catalogue.server.ts";

export type Preview = { readonly total: number; readonly names: readonly string[] };

/** What a word would find that means `meant`: how many products and staples, and the first of them by name. */
export async function previewSynonym(db: Db, meant: string): Promise<Preview> {
  const { products, staples, total } = await searchCatalogue(
    db,
    { text: meant, category: [], regency: [], seller: [], sort: "relevan", page: 1, perPage: 6 },
    undefined,
  );
  const names = [...staples.map(({ name }) => name), ...products.map(({ name }) => name)];
  return { total: total + staples.length, names: [...new Set(names)].slice(0, 6) };
}
