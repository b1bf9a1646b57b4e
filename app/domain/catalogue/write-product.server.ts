import { randomInt } from "node:crypto";
import type { Db, Tx } from "#db/client.server.ts";
import { lockImport } from "#db/queries/import-lock.ts";
import {
  deleteVariants,
  insertVariant,
  lockVariantsOf,
  type ProductFields,
  updateVariantFields,
} from "#db/queries/own-product.ts";
import { listTakenProductSlugs } from "#db/queries/product-import.ts";
import { insertStockChanges, type StockChange } from "#db/queries/stock.ts";
import { now } from "../../lib/clock.ts";
import { BadInput } from "../../lib/errors.ts";
import { slugCandidates, takeFreeSlug } from "../../lib/free-slug.ts";
import { listAllDistricts } from "../regions/list-all-districts.server.ts";
import { licenceProblems } from "../umkm/save-licences.server.ts";
import { findCategories } from "./find-categories.server.ts";
import { type ProductInput, skusOf, variantProblems } from "./product-input.ts";
import { stockMovedText } from "./variant-limits.ts";

/**
 * What a product's form says, as its record holds it.
 * @throws BadInput naming every field that cannot be
 */
export async function readProductFields(db: Db, input: ProductInput): Promise<ProductFields> {
  const [categories, districts] = await Promise.all([findCategories(db), listAllDistricts(db)]);
  const wrong = { ...licenceProblems(input, now()), ...variantProblems(input.variants) };
  if (!categories.some(({ slug }) => slug === input.category)) wrong.kategori = "Pilih kategori dari daftar.";
  if (!districts.some(({ code }) => code === input.districtCode)) {
    wrong.kecamatan = "Pilih kecamatan tempat produk dibuat.";
  }
  if (Object.keys(wrong).length > 0) throw new BadInput(wrong);
  const { name, description, pirt, halal, bpom } = input;
  return {
    name,
    description,
    category_slug: input.category,
    made_in_district_code: input.districtCode,
    regency_code: input.districtCode.slice(0, 5),
    pirt,
    halal,
    bpom,
  };
}

/** An address that no product has, the nicest first. */
export async function freeProductSlug(tx: Tx, name: string, umkm: string): Promise<string> {
  await lockImport(tx, "product");
  const candidates = slugCandidates(`${name} ${umkm}`, "lampung", randomInt(100_000, 1_000_000));
  return takeFreeSlug(candidates, new Set(await listTakenProductSlugs(tx, candidates)));
}

type Owner = { readonly umkmId: number; readonly by: string };

/**
 * Brings the pack sizes of a product to what its form says, and their stock's history along. A stock is overwritten only
 * when it still is what the seller saw.
 * @throws BadInput when one that was ordered should go, or a stock moved meanwhile
 */
export async function writeVariants(
  tx: Tx,
  productId: number,
  { umkmId, by }: Owner,
  input: ProductInput,
): Promise<void> {
  const known = new Map((await lockVariantsOf(tx, productId)).map((variant) => [variant.id, variant]));
  const skus = skusOf(input.variants);
  const wrong: Record<string, string> = {};
  const gone: number[] = [];
  for (const { row, id, remove, stock, seenStock } of input.variants) {
    const before = id === null ? undefined : known.get(id);
    if (id !== null && !before)
      wrong.ukuran = "Ukuran ini sudah berubah. Muat ulang halaman, lalu coba lagi.";
    if (remove && before?.ordered) {
      wrong[`hapus_${row}`] =
        "Sudah pernah dipesan atau dititipkan, jadi catatannya tetap ada. Isi stok 0 bila tidak dijual lagi.";
    }
    if (remove && before) gone.push(before.id);
    if (!remove && before && stock !== seenStock && before.stock !== seenStock && before.stock !== stock) {
      wrong[`stok_${row}`] = stockMovedText(before.stock, seenStock);
    }
  }
  if (Object.keys(wrong).length > 0) throw new BadInput(wrong);
  await deleteVariants(tx, gone);

  const changes: StockChange[] = [];
  const kept = input.variants.filter((variant) => !variant.remove);
  // numbers that two pack sizes swap would collide half-way
  for (const { id, row } of kept) {
    if (id !== null && known.get(id)!.sku !== skus.get(row))
      await updateVariantFields(tx, id, { sku: `~${id}` });
  }
  for (const [position, variant] of kept.entries()) {
    const { id, row, label, price, weightGrams, stock, seenStock } = variant;
    const fields = { label, sku: skus.get(row)!, price, weight_grams: weightGrams, position };
    if (id === null) {
      const added = await insertVariant(tx, { ...fields, stock, product_id: productId, umkm_id: umkmId });
      changes.push({ variantId: added, before: 0, after: stock, cause: "start", actorName: by });
    } else {
      const before = known.get(id)!.stock;
      const after = stock === seenStock ? before : stock;
      await updateVariantFields(tx, id, { ...fields, stock: after });
      changes.push({ variantId: id, before, after, cause: "set", actorName: by });
    }
  }
  await insertStockChanges(tx, changes);
}
