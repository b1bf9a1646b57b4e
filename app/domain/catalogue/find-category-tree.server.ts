import type { Db } from "#db/client.server.ts";
import { listCategoryGroupRows, listCategoryRows } from "#db/queries/catalogue-pages.ts";
import type { CategoryTree } from "./category-tree.ts";

// Set by migrations, so they change only with the program.
let known: CategoryTree | undefined;

/** The kinds of goods in their groups, in the order people look for them; kinds that stand alone come last. */
export async function findCategoryTree(db: Db): Promise<CategoryTree> {
  if (known?.length) return known;
  const [groups, kinds] = await Promise.all([listCategoryGroupRows(db), listCategoryRows(db)]);
  const kindsOf = (group: string | null) =>
    kinds.filter((kind) => kind.group_slug === group).map(({ slug, name }) => ({ slug, name }));
  known = [
    ...groups.map((group) => ({ ...group, kinds: kindsOf(group.slug) })),
    ...kindsOf(null).map((kind) => ({ ...kind, kinds: [] })),
  ];
  return known;
}
