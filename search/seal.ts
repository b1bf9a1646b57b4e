import { createHash } from "node:crypto";
import { misspellings } from "./dictionary/index.ts";
import { type ProductRow, productDocument, type SearchDocument, stapleDocument } from "./document.ts";

/** A row that holds every word the dictionary mends, and amounts of all kinds. */
const PROBE: ProductRow = {
  id: 1,
  name: `${[...misspellings.keys()].join(" ")} 250gr 1,5 kilo 1/2 liter oleh2 Minyak-Kita`,
  description: "Dibuat di Lampung",
  category_slug: "camilan",
  category_name: "Camilan",
  seller_slug: "dapur",
  seller_name: "Dapur",
  regency_code: "18.71",
  regency_name: "Kota Bandar Lampung",
  district_code: "18.71.01",
  district_name: "Kedaton",
  latitude: 1,
  longitude: 2,
  price_from: 3,
  in_stock: true,
  is_halal: true,
  sold: 4,
  skus: ["A-1"],
  labels: ["250gr"],
};

/** Changes whenever rows become other documents than before: with the dictionary, and with the code. */
const maker = createHash("sha256")
  .update(
    JSON.stringify([
      productDocument(PROBE),
      stapleDocument({ id: 1, key: "beras", name: PROBE.name, unit: "1 kg", group_name: "Beras" }),
    ]),
  )
  .digest("hex")
  .slice(0, 8);

/** What a document says of the row it was made of, and of the code that made it: equal sums, equal documents. */
export const sumOf = ({ checksum }: { readonly checksum: string }) => `${checksum}${maker}`;

/** A document of the index with its sum: by it the index is compared with PostgreSQL. */
export type SealedDocument = SearchDocument & { readonly sum: string };

type Checked = { readonly checksum: string };

export const sealedProduct = (row: ProductRow & Checked): SealedDocument => ({
  ...productDocument(row),
  sum: sumOf(row),
});

export const sealedStaple = (row: Parameters<typeof stapleDocument>[0] & Checked): SealedDocument => ({
  ...stapleDocument(row),
  sum: sumOf(row),
});
