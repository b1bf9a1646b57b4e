import type { Db } from "#db/client.server.ts";
import { findProductRow, findSiblingRows } from "#db/queries/catalogue-pages.ts";
import { NotFound } from "../../lib/errors.ts";
import { regencyName } from "../regions/find-village.server.ts";
import { type Licence, licences } from "../umkm/licences.ts";
import { type ProductCard, toCard } from "./product-card.ts";

export type ProductPage = {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly category: { readonly slug: string; readonly name: string };
  readonly photos: readonly { readonly hash: string; readonly ground: string; readonly alt: string }[];
  readonly variants: readonly {
    readonly id: number;
    readonly label: string;
    readonly price: number;
    readonly stock: number;
  }[];
  readonly licences: readonly Licence[];
  /** "Kemiling, Kota Bandar Lampung" */
  readonly madeIn: string;
  readonly districtCode: string;
  readonly regencyCode: string;
  readonly seller: { readonly slug: string; readonly name: string; readonly kind: string };
};

/**
 * A product as the buyer sees it, and other goods of its seller. Two queries.
 * @throws NotFound when there is none, or it is not public
 */
export async function findProduct(
  db: Db,
  slug: string,
): Promise<{ product: ProductPage; others: ProductCard[] }> {
  const row = await findProductRow(db, slug);
  if (!row) throw new NotFound("produk");
  const others = await findSiblingRows(db, row.umkm_id, row.id, 6);
  return {
    product: {
      id: row.id,
      slug: row.slug,
      name: row.name,
      description: row.description,
      category: { slug: row.category_slug, name: row.category },
      photos: row.photos,
      variants: row.variants.map(({ id, label, price, stock }) => ({ id, label, price, stock })),
      licences: licences(row),
      madeIn: `${row.district}, ${regencyName(row.regency, row.regency_kind)}`,
      districtCode: row.district_code,
      regencyCode: row.regency_code,
      seller: { slug: row.seller_slug, name: row.seller, kind: row.seller_kind },
    },
    others: others.map((other) => toCard(other, row.regency_code)),
  };
}
