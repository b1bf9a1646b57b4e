import { PRICE_BANDS } from "#app/lib/price-bands.ts";
import { rupiah } from "#app/lib/rupiah.ts";
import { type CategoryTree, kindsIn } from "./category-tree.ts";
import type { SearchFacets, SearchRequest } from "./search-catalogue.server.ts";

/** One box of a filter; `count`: products found when it is chosen beside the other filters, when that was counted. */
export type Choice = { readonly value: string; readonly label: string; readonly count?: number };
export type BranchChoice = Choice & { readonly kinds: readonly Choice[] };

export type Choices = {
  readonly category: readonly BranchChoice[];
  readonly regency: readonly Choice[];
  readonly seller: readonly Choice[];
  readonly priceBand: readonly Choice[];
  /** of the buyer's village; null when none is chosen */
  readonly near: readonly Choice[] | null;
  readonly inStock: number;
  readonly halal: number;
};

type Names = {
  readonly tree: CategoryTree;
  readonly regencies: readonly { readonly code: string; readonly name: string }[];
  /** names of chosen sellers that are not among the counted ones */
  readonly sellers: readonly { readonly slug: string; readonly name: string }[];
  readonly village: { readonly district: string; readonly regency: string } | undefined;
};

function bandLabel({ from, below }: (typeof PRICE_BANDS)[number]): string {
  if (below === undefined) return `${rupiah(from)} ke atas`;
  return from === 0 ? `di bawah ${rupiah(below)}` : `${rupiah(from)} – ${rupiah(below)}`;
}

/** The choices that would find something, or that are made already. */
export function choicesFor(
  facets: SearchFacets,
  asked: SearchRequest,
  { tree, regencies, sellers, village }: Names,
): Choices {
  const useful = (chosen: readonly string[]) => (choice: Choice) =>
    choice.count !== 0 || chosen.includes(choice.value);
  const mostFirst = (a: Choice, b: Choice) => (b.count ?? 0) - (a.count ?? 0);
  const branches = tree.map(
    ({ slug, name, kinds }): BranchChoice => ({
      value: slug,
      label: name,
      count: kindsIn(tree, [slug]).reduce((sum, kind) => sum + (facets.category[kind] ?? 0), 0),
      kinds: kinds
        .map((kind) => ({ value: kind.slug, label: kind.name, count: facets.category[kind.slug] ?? 0 }))
        .filter(useful(asked.category)),
    }),
  );
  const counted = facets.seller.map(({ slug, name, count }) => ({ value: slug, label: name, count }));
  const others = sellers.filter(({ slug }) => !facets.seller.some((seller) => seller.slug === slug));
  return {
    category: branches.filter((branch) => useful(asked.category)(branch) || branch.kinds.length > 0),
    regency: regencies
      .map(({ code, name }) => ({ value: code, label: name, count: facets.regency[code] ?? 0 }))
      .filter(useful(asked.regency))
      .sort(mostFirst),
    seller: [...counted, ...others.map(({ slug, name }) => ({ value: slug, label: name }))],
    priceBand: PRICE_BANDS.map((band) => ({
      value: band.key,
      label: bandLabel(band),
      count: facets.priceBand[band.key] ?? 0,
    })).filter(useful(asked.priceBand ?? [])),
    near:
      village && facets.near
        ? [
            { value: "kecamatan", label: `Kecamatan ${village.district}`, count: facets.near.district },
            { value: "kabupaten", label: village.regency, count: facets.near.regency },
          ]
        : null,
    inStock: facets.inStock,
    halal: facets.halal,
  };
}
