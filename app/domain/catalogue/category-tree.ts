/** A group of kinds (`Camilan`), or a kind that stands alone and has none under it (`Herbal`). */
export type CategoryBranch = {
  readonly slug: string;
  readonly name: string;
  readonly kinds: readonly { readonly slug: string; readonly name: string }[];
};

export type CategoryTree = readonly CategoryBranch[];

/** What is chosen, without the groups of which a kind is chosen too: a kind beside its group narrows it. */
export function narrowedTo(tree: CategoryTree, chosen: readonly string[]): string[] {
  return chosen.filter((slug) => {
    const group = tree.find((branch) => branch.slug === slug);
    return !group?.kinds.some((kind) => chosen.includes(kind.slug));
  });
}

/** The kinds that are meant by kinds and groups: a group takes in all of its kinds. */
export function kindsIn(tree: CategoryTree, chosen: readonly string[]): string[] {
  const kinds = narrowedTo(tree, chosen).flatMap((slug) => {
    const group = tree.find((branch) => branch.slug === slug && branch.kinds.length > 0);
    return group ? group.kinds.map((kind) => kind.slug) : [slug];
  });
  return [...new Set(kinds)];
}
