import type { Db } from "#db/client.server.ts";
import { findUmkmCardRows, findUmkmRow } from "#db/queries/umkm-pages.ts";
import { NotFound } from "../../lib/errors.ts";
import { regencyName } from "../regions/find-village.server.ts";
import { type Licence, licences } from "../umkm/licences.ts";
import { type ProductCard, toCard } from "./product-card.ts";

export type UmkmPage = {
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  /** the seller's own words; may be empty */
  readonly about: string;
  readonly place: string;
  readonly licences: readonly Licence[];
  readonly productCount: number;
  readonly page: number;
  readonly pages: number;
  readonly products: readonly ProductCard[];
};

const PER_PAGE = 24;

/**
 * A verified seller and one page of their products; a page beyond the last becomes the last. Two queries.
 * @throws NotFound
 */
export async function findUmkmPage(db: Db, slug: string, wanted: number): Promise<UmkmPage> {
  const row = await findUmkmRow(db, slug);
  if (!row) throw new NotFound("umkm");
  const pages = Math.max(1, Math.ceil(row.products / PER_PAGE));
  const page = Math.min(Math.max(1, wanted), pages);
  const cards = await findUmkmCardRows(db, row.id, PER_PAGE, (page - 1) * PER_PAGE);
  return {
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    about: row.about,
    place: `${row.village}, ${row.district}, ${regencyName(row.regency, row.regency_kind)}`,
    licences: licences(row),
    productCount: row.products,
    page,
    pages,
    products: cards.map((card) => toCard(card)),
  };
}
