import { bandsOf, PRICE_BANDS } from "#app/lib/price-bands.ts";
import { SELLERS_COUNTED, type SearchFacets, type SearchRequest, type SellerCount } from "./types.ts";

/** The choices of a search page, as Meilisearch filters and counts them. */
export type Facet = "category" | "regency" | "seller" | "priceBand" | "inStock" | "halal" | "near";

/** How often each value of each attribute occurs. */
export type Distribution = Readonly<Record<string, Readonly<Record<string, number>>>>;

type Rule = {
  /** undefined when nothing is chosen */
  readonly filter: (request: SearchRequest) => string | undefined;
  /** what is to be counted for it */
  readonly attributes: readonly string[];
};

/** A value inside a filter; what a buyer sends in the address can contain anything. */
const quoted = (value: string) => `"${value.replace(/[\\"]/g, "\\$&")}"`;

const anyOf = (attribute: string, values: readonly string[]) =>
  values.length === 0 ? undefined : `${attribute} IN [${values.map(quoted).join(", ")}]`;

const RULES: Readonly<Record<Facet, Rule>> = {
  category: { filter: ({ category }) => anyOf("category", category), attributes: ["category"] },
  regency: { filter: ({ regency }) => anyOf("regency", regency), attributes: ["regency"] },
  seller: { filter: ({ seller }) => anyOf("seller", seller), attributes: ["seller_label"] },
  priceBand: {
    filter: ({ priceBand = [] }) => anyOf("band", bandsOf(priceBand).map(String)),
    attributes: ["band"],
  },
  inStock: { filter: ({ inStock }) => (inStock ? "in_stock = 1" : undefined), attributes: ["in_stock"] },
  halal: { filter: ({ halal }) => (halal ? "halal = 1" : undefined), attributes: ["halal"] },
  near: {
    filter: ({ near, place }) =>
      near && place
        ? `${near} = ${quoted(near === "district" ? place.districtCode : place.regencyCode)}`
        : undefined,
    attributes: ["district", "regency"],
  },
};
const FACETS = Object.keys(RULES) as Facet[];

/** All conditions of a request, but that of one facet when told so. */
export function filterFor(request: SearchRequest, without?: Facet): string[] {
  const chosen = FACETS.filter((facet) => facet !== without).flatMap(
    (facet) => RULES[facet].filter(request) ?? [],
  );
  return [
    "kind = product",
    ...chosen,
    ...(request.priceMin === undefined ? [] : [`price >= ${request.priceMin}`]),
    ...(request.priceMax === undefined ? [] : [`price <= ${request.priceMax}`]),
  ];
}

/**
 * What is counted with the hits (nothing chosen there), and what must be counted without its own filter.
 * @param withSellers counting 30,000 sellers costs more than the search; nobody picks one from a list of everything.
 *   Without, only chosen ones are counted.
 */
export function countsFor(request: SearchRequest, withSellers: boolean): { open: Facet[]; chosen: Facet[] } {
  const isSet = (facet: Facet) => RULES[facet].filter(request) !== undefined;
  const isCounted = (facet: Facet) =>
    facet === "seller" ? withSellers || isSet("seller") : facet !== "near" || request.place !== undefined;
  const isApart = (facet: Facet) => isSet(facet) && (facet !== "seller" || withSellers);
  const counted = FACETS.filter(isCounted);
  return { open: counted.filter((facet) => !isApart(facet)), chosen: counted.filter(isApart) };
}

/** The attributes to count for these facets. */
export function attributesOf(facets: readonly Facet[]): string[] {
  return [...new Set(facets.flatMap((facet) => RULES[facet].attributes))];
}

/** `slug|name` of each seller, counted, as the page lists them: the chosen ones, and those with the most. */
function sellersOf(
  counts: Readonly<Record<string, number>>,
  chosen: readonly string[],
): readonly SellerCount[] {
  const byCount = (a: SellerCount, b: SellerCount) => b.count - a.count || a.name.localeCompare(b.name, "id");
  const isChosen = ({ slug }: SellerCount) => Number(chosen.includes(slug));
  return Object.entries(counts)
    .map(([label, count]) => {
      const bar = label.indexOf("|");
      return { slug: label.slice(0, bar), name: label.slice(bar + 1), count };
    })
    .sort((a, b) => isChosen(b) - isChosen(a) || byCount(a, b))
    .slice(0, SELLERS_COUNTED)
    .sort(byCount);
}

/** The counts of a page from the distribution that was counted for each facet. */
export function facetsOf(counted: ReadonlyMap<Facet, Distribution>, request: SearchRequest): SearchFacets {
  const countsOf = (facet: Facet, attribute: string) => counted.get(facet)?.[attribute] ?? {};
  const bands = countsOf("priceBand", "band");
  const { place } = request;
  return {
    category: countsOf("category", "category"),
    regency: countsOf("regency", "regency"),
    seller: sellersOf(countsOf("seller", "seller_label"), request.seller),
    priceBand: Object.fromEntries(
      PRICE_BANDS.flatMap(({ key }, at) => (bands[at] ? [[key, bands[at]]] : [])),
    ),
    inStock: countsOf("inStock", "in_stock")[1] ?? 0,
    halal: countsOf("halal", "halal")[1] ?? 0,
    near: place && {
      district: countsOf("near", "district")[place.districtCode] ?? 0,
      regency: countsOf("near", "regency")[place.regencyCode] ?? 0,
    },
  };
}

/** Nothing found, nothing counted. */
export function noFacets(request: SearchRequest): SearchFacets {
  return facetsOf(new Map(), request);
}
