import type { Db } from "#db/client.server.ts";
import type { Village } from "../regions/find-village.server.ts";
import type { ProductCard } from "./product-card.ts";
import { searchCatalogue } from "./search-catalogue.server.ts";

const SHOWN = 4;

/** The most bought products of all. */
export async function findPopular(db: Db, village: Village | undefined): Promise<readonly ProductCard[]> {
  const everything = { text: "", category: [], regency: [], seller: [], page: 1, perPage: SHOWN } as const;
  const { products } = await searchCatalogue(db, { ...everything, sort: "terlaris" }, village);
  return products;
}
