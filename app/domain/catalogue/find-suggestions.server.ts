import type { Db } from "#db/client.server.ts";
import { findSuggestedNames, type SuggestedName } from "#db/queries/catalogue-suggest.ts";
import { suggest, typedWords } from "#search/suggest.server.ts";
import type { CategoryTree } from "./category-tree.ts";
import { findCategoryTree } from "./find-category-tree.server.ts";
import { SUGGESTED_FROM, SUGGESTED_LENGTH, type Suggestion, type Suggestions } from "./suggestion.ts";

const CATEGORIES = 2;

/** Kinds and groups with words that begin like these. */
function categoriesFor(tree: CategoryTree, words: readonly string[]): Suggestion[] {
  return tree
    .flatMap((branch) => [branch, ...branch.kinds])
    .filter(({ name }) => {
      const own = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
      return words.every((word) => own.some((part) => part.startsWith(word)));
    })
    .slice(0, CATEGORIES)
    .map(({ slug, name }) => ({
      kind: "category",
      label: name,
      note: "jenis barang",
      to: `/produk?kategori=${slug}`,
    }));
}

const ADDRESS: Readonly<Record<SuggestedName["kind"], (named: SuggestedName) => string>> = {
  product: ({ slug }) => `/produk/${slug}`,
  staple: ({ name }) => `/produk?${new URLSearchParams({ q: name })}`,
  seller: ({ slug }) => `/umkm/${slug}`,
};

/**
 * Kinds, staples, products and sellers for what was typed so far, eleven at most. One query beyond the search.
 * @throws nothing for any text; what makes no sense has no suggestions
 */
export async function findSuggestions(db: Db, text: string): Promise<Suggestions> {
  const typed = text.replaceAll("\0", "").replace(/\s+/g, " ").trimStart().slice(0, SUGGESTED_LENGTH);
  if (typed.trim().length < SUGGESTED_FROM) return { text, items: [] };
  const [tree, found] = await Promise.all([findCategoryTree(db), suggest(db, typed)]);
  const { productIds, stapleIds, sellers } = found;
  const names = await findSuggestedNames(db, { products: productIds, staples: stapleIds, sellers });
  const lines = (kind: SuggestedName["kind"], ids: readonly (string | number)[]) =>
    ids.flatMap((id): Suggestion[] => {
      const named = names.find((one) => one.kind === kind && one.id === String(id));
      return named ? [{ kind, label: named.name, note: named.note, to: ADDRESS[kind](named) }] : [];
    });
  return {
    text,
    items: [
      ...categoriesFor(tree, typedWords(typed)),
      ...lines("staple", stapleIds),
      ...lines("product", productIds),
      ...lines("seller", sellers),
    ],
  };
}
