import type { Db } from "#db/client.server.ts";
import { findOwnProductRow, findProductDefaults, type OwnProductPage } from "#db/queries/own-product.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { listAllDistricts } from "../regions/list-all-districts.server.ts";
import { findCategories } from "./find-categories.server.ts";

/** What a product's form lets one choose from, and what a new one begins with: the business's own. */
export async function findProductChoices(db: Db, actor: Actor) {
  const { umkmId } = asSeller(actor).umkm;
  const [categories, districts, defaults] = await Promise.all([
    findCategories(db),
    listAllDistricts(db),
    findProductDefaults(db, umkmId),
  ]);
  return { categories, districts, defaults };
}

/** One's own product, hidden or not. @throws NotLoggedIn, NotAllowed, NotFound */
export async function findOwnProduct(
  db: Db,
  actor: Actor,
  { slug }: { slug: string },
): Promise<OwnProductPage> {
  const { umkmId } = asSeller(actor).umkm;
  const product = await findOwnProductRow(db, umkmId, slug);
  if (!product) throw new NotFound("produk");
  return product;
}
