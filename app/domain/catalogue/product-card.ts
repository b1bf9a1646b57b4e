import { distanceText, metresBetween, type Point } from "#app/lib/distance.ts";
import type { CardRow } from "#db/queries/catalogue-pages.ts";

/** What a product's card shows. */
export type ProductCard = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  /** rupiah of the cheapest size */
  readonly price: number;
  readonly severalPrices: boolean;
  readonly inStock: boolean;
  readonly seller: string;
  /** "Kemiling" or, seen from elsewhere, the regency */
  readonly place: string;
  readonly districtCode: string;
  /** "3,1 km", from where the buyer is to where it was made; null when nobody asked */
  readonly distance: string | null;
  readonly picture: { readonly hash: string; readonly ground: string; readonly alt: string } | null;
};

/** A card from its row; in the buyer's own regency the district says more than the regency. */
export function toCard(row: CardRow, nearRegencyCode?: string, from?: Point): ProductCard {
  const near = nearRegencyCode !== undefined && row.district_code.startsWith(`${nearRegencyCode}.`);
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    price: row.price_from,
    severalPrices: row.several_prices,
    inStock: row.in_stock,
    seller: row.seller,
    place: near ? row.district : row.regency,
    districtCode: row.district_code,
    distance: from ? distanceText(metresBetween(from, row)) : null,
    picture: row.hash && row.ground ? { hash: row.hash, ground: row.ground, alt: row.alt ?? row.name } : null,
  };
}
