import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { system } from "#app/domain/accounts/actor.ts";
import { importProducts } from "#app/domain/catalogue/import-products.server.ts";
import { importStaples } from "#app/domain/catalogue/import-staples.server.ts";
import { importUmkm } from "#app/domain/umkm/import-umkm.server.ts";
import type { Db } from "#db/client.server.ts";
import { produkRows } from "#db/seed/sheets/produk-sheet.ts";
import { sembakoRows } from "#db/seed/sheets/sembako-sheet.ts";
import { umkmRows } from "#db/seed/sheets/umkm-sheet.ts";
import type { JudgedQuery } from "#search/evaluate.server.ts";
import type { SearchRequest } from "#search/types.ts";

export const PRODUCTS = 1_280;
const SELLERS = 320;

/** The seed's sellers, products and staples, without pictures, which are no matter here. */
export async function fillCatalogue(db: Db): Promise<void> {
  const actor = system("uji");
  const pictures = new Map();
  const plain = [...produkRows({ sellers: SELLERS, products: PRODUCTS })].map((row) => ({
    ...row,
    gambar: "",
  }));
  await importUmkm(actor, db, umkmRows({ sellers: SELLERS }), { status: "verified" });
  await importStaples(
    actor,
    db,
    [...sembakoRows()].map((row) => ({ ...row, gambar: "" })),
    { pictures },
  );
  await importProducts(actor, db, plain, { status: "published", pictures });
}

/** `query,kind,relevant_keys` of a file beside the tests. */
export function readJudged(name: string): JudgedQuery[] {
  const rows = parse(readFileSync(new URL(`./${name}`, import.meta.url), "utf8"), {
    columns: true,
  }) as Record<string, string>[];
  return rows.map((row) => ({
    query: row.query!,
    kind: row.kind!,
    relevant: row.relevant_keys!.split(" ").filter((key) => key !== ""),
  }));
}

/** A search with everything left open but what is given. */
export function ask(request: Partial<SearchRequest>): SearchRequest {
  return {
    text: "",
    category: [],
    regency: [],
    seller: [],
    sort: "relevan",
    page: 1,
    perPage: 24,
    ...request,
  };
}
