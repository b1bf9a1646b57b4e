import type { Db } from "#db/client.server.ts";
import { type DeskProductRow, findDeskProducts as findRows } from "#db/queries/product-desk.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";
import { regencyName } from "../regions/find-village.server.ts";

const PER_PAGE = 25;

export type DeskProduct = Omit<DeskProductRow, "id" | "regency_kind">;

/**
 * Products made in an officer's regency (the province's all): those in the shop or those that an officer hid, the newest
 * first; with `slug` that one alone. One query.
 * @throws NotLoggedIn, NotAllowed, SecondFactorNeeded
 */
export async function findDeskProducts(
  db: Db,
  actor: Actor,
  question: { slug?: string; hidden: boolean; words: string; after?: string },
): Promise<{ products: DeskProduct[]; next: string | null }> {
  const { regencyCode } = asOfficer(actor);
  const { slug, hidden, words, after } = question;
  const rows = await findRows(db, { regencyCode, slug, hidden, words, after, limit: PER_PAGE + 1 });
  const products = rows.slice(0, PER_PAGE).map(({ id: _id, regency_kind, ...row }) => ({
    ...row,
    regency: regencyName(row.regency, regency_kind),
  }));
  return { products, next: rows.length > PER_PAGE ? products.at(-1)!.slug : null };
}
