import type { Db } from "#db/client.server.ts";
import { listCategoryRows } from "#db/queries/catalogue-pages.ts";

export type Category = { readonly slug: string; readonly name: string };

// Set by migrations, so they change only with the program.
let known: readonly Category[] | undefined;

/** The kinds of goods, in the order people look for them. */
export async function findCategories(db: Db): Promise<readonly Category[]> {
  if (!known?.length) known = (await listCategoryRows(db)).map(({ slug, name }) => ({ slug, name }));
  return known;
}
