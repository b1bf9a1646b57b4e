import type { Db, Tx } from "#db/client.server.ts";
import { lockImport } from "#db/queries/import-lock.ts";
import {
  listCategorySlugs,
  listProductsByName,
  listTakenProductSlugs,
  type ProductRecord,
  upsertFirstPhotos,
  upsertProducts,
  upsertVariants,
} from "#db/queries/product-import.ts";
import { listUmkmByNib } from "#db/queries/umkm-import.ts";
import { slugCandidates, takeFreeSlug } from "../../lib/free-slug.ts";
import {
  emptyReport,
  FirstRows,
  type ImportReport,
  type ReadRow,
  readInBatches,
  type SheetRows,
  type WrongCell,
} from "../../lib/import-rows.ts";
import type { Actor } from "../accounts/actor.ts";
import { officeRegency } from "../accounts/office-regency.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";
import { loadResolver } from "../regions/load-resolver.server.ts";
import type { NamedDistrict, RegionResolver } from "../regions/resolve-village.ts";
import {
  type ImportPass,
  type Outcome,
  rowsWritten,
  takeBatch,
  WHOLE_SHEET,
} from "../sheets/take-batch.server.ts";
import { ProductRow } from "./product-row.ts";

/** A picture that came with the sheet, by the name its rows use. */
export type SheetPicture = { readonly mediaId: number; readonly alt: string };

type Umkm = {
  readonly id: number;
  readonly nib: string;
  readonly name: string;
  readonly regency_code: string;
};
type Product = {
  readonly row: number;
  readonly umkm: Umkm;
  readonly district: NamedDistrict;
  readonly packs: ProductRow[];
};

type Reader = {
  readonly resolver: RegionResolver;
  readonly categories: ReadonlySet<string>;
  readonly pictures: ReadonlyMap<string, SheetPicture>;
  readonly office: string | null;
  readonly status: "draft" | "published";
  /** who brings the sheet, for the stock's history */
  readonly by: string;
  /** seller and name of the products so far */
  readonly first: FirstRows;
};

const productOf = (row: ProductRow) => `${row.nib}/${row.nama_produk}`;

/** What is wrong with a row beyond its own cells. */
function wrongPlace(
  row: ProductRow,
  umkm: Umkm | undefined,
  { categories, pictures, office }: Reader,
): Omit<WrongCell, "row"> | undefined {
  if (!umkm) return { column: "nib", message: "NIB ini belum terdaftar. Impor UMKM-nya lebih dulu." };
  if (office !== null && umkm.regency_code !== office) {
    return { column: "nib", message: "Usaha ini tercatat di kabupaten/kota lain." };
  }
  if (!categories.has(row.kategori))
    return { column: "kategori", message: `Kategori "${row.kategori}" tidak ada.` };
  if (row.gambar && !pictures.has(row.gambar)) {
    return { column: "gambar", message: `Gambar "${row.gambar}" tidak ikut diunggah.` };
  }
  return undefined;
}

/** The products of a batch: rows with the same seller and name are pack sizes of one. */
function gather(
  batch: readonly ReadRow<ProductRow>[],
  umkmByNib: ReadonlyMap<string, Umkm>,
  reader: Reader,
  wrong: WrongCell[],
): Product[] {
  const products = new Map<string, Product>();
  for (const { row, value } of batch) {
    const umkm = umkmByNib.get(value.nib);
    const problem = wrongPlace(value, umkm, reader);
    if (problem || !umkm) {
      if (problem) wrong.push({ row, ...problem });
      continue;
    }
    const district = reader.resolver.district({
      kecamatan: value.kecamatan_pembuatan,
      kabupaten: value.kabupaten_pembuatan,
    });
    if (!("found" in district)) {
      wrong.push({ row, column: `${district.column}_pembuatan`, message: district.message });
      continue;
    }
    const key = productOf(value);
    const before = reader.first.find([key]);
    if (before !== undefined && !products.has(key)) {
      const message = `Produk ini sudah ada di baris ${before}. Taruh semua kemasannya berurutan.`;
      wrong.push({ row, column: "nama_produk", message });
      continue;
    }
    const product = products.get(key) ?? { row, umkm, district: district.found, packs: [] };
    if (product.packs.some((pack) => pack.sku === value.sku)) {
      wrong.push({ row, column: "sku", message: `SKU "${value.sku}" sudah ada pada produk ini.` });
      continue;
    }
    product.packs.push(value);
    products.set(key, product);
    reader.first.remember([key], row);
  }
  return [...products.values()];
}

async function records(tx: Tx, products: readonly Product[], status: string): Promise<ProductRecord[]> {
  const names = products.map(({ umkm, packs }) => ({ umkm_id: umkm.id, name: packs[0]!.nama_produk }));
  const known = new Set((await listProductsByName(tx, names)).map((row) => `${row.umkm_id}/${row.name}`));
  const candidates = products.map(({ umkm, packs, district }) =>
    slugCandidates(`${packs[0]!.nama_produk} ${umkm.name}`, district.district, umkm.nib),
  );
  const taken = new Set(await listTakenProductSlugs(tx, candidates.flat()));
  return products.map(({ umkm, district, packs }, i) => {
    const first = packs[0]!;
    const isKnown = known.has(`${umkm.id}/${first.nama_produk}`);
    return {
      // A known product keeps the address it has; this one is not written.
      slug: isKnown ? `produk-${umkm.id}-${i}` : takeFreeSlug(candidates[i]!, taken),
      umkm_id: umkm.id,
      name: first.nama_produk,
      description: first.deskripsi,
      category_slug: first.kategori,
      made_in_district_code: district.districtCode,
      regency_code: district.regencyCode,
      pirt: first.pirt,
      halal: first.halal,
      status,
    };
  });
}

/** Writes the products of a batch with their pack sizes and pictures. */
async function write(tx: Tx, products: readonly Product[], reader: Reader): Promise<Outcome> {
  const rows = await records(tx, products, reader.status);
  const written = await upsertProducts(tx, rows);
  const ids = new Map(
    (await listProductsByName(tx, rows)).map((row) => [`${row.umkm_id}/${row.name}`, row.id]),
  );
  const withId = products.map((product) => ({
    ...product,
    id: ids.get(`${product.umkm.id}/${product.packs[0]!.nama_produk}`)!,
  }));
  const packs = await upsertVariants(
    tx,
    withId.flatMap(({ id, umkm, packs }) =>
      packs.map((pack, position) => ({
        product_id: id,
        umkm_id: umkm.id,
        sku: pack.sku,
        label: pack.varian,
        price: pack.harga,
        weight_grams: pack.berat_gram,
        stock: pack.stok,
        position,
      })),
    ),
    reader.by,
  );
  const photos = await upsertFirstPhotos(
    tx,
    withId.flatMap(({ id, packs }) => {
      const picture = reader.pictures.get(packs[0]!.gambar);
      return picture ? [{ product_id: id, media_id: picture.mediaId, alt: picture.alt }] : [];
    }),
  );
  const added = new Set(written.filter((row) => row.inserted).map((row) => row.id));
  const touched = new Set([...written.map((row) => row.id), ...packs, ...photos]);
  if (touched.size > 0) {
    await enqueue(tx, "index-products", { productIds: [...touched] });
    await announce(tx, "catalogue");
  }
  return {
    new: added.size,
    changed: touched.size - added.size,
    same: products.length - touched.size,
    samples: withId
      .filter(({ id }) => touched.has(id))
      .map(({ row, id, umkm, packs }) => ({
        row,
        outcome: added.has(id) ? "new" : "changed",
        name: `${packs[0]!.nama_produk} · ${umkm.name}`,
        changes: [],
      })),
  };
}

/**
 * Takes in a spreadsheet of products, one row per pack size, the rows of a product together (same NIB and name). New
 * products get `status`; known ones are brought up to date. Counts are of products. The same sheet again changes nothing.
 * @param pictures by the name in the column `gambar`
 * @throws NotLoggedIn, NotAllowed for anyone but an officer or the program itself
 */
export async function importProducts(
  actor: Actor,
  db: Db,
  rows: SheetRows,
  { status, pictures }: { status: "draft" | "published"; pictures: ReadonlyMap<string, SheetPicture> },
  pass: ImportPass = WHOLE_SHEET,
): Promise<ImportReport> {
  const office = officeRegency(actor);
  const categories = new Set(await listCategorySlugs(db));
  const first = new FirstRows();
  const resolver = await loadResolver(db);
  const by = actor.kind === "guest" ? "" : actor.name;
  const reader: Reader = { resolver, categories, pictures, office, status, by, first };
  const report = emptyReport();
  for await (const batch of readInBatches(rows, ProductRow, productOf)) {
    const before = rowsWritten(pass, batch, batch.rows);
    if (before) {
      for (const { row, value } of before) first.remember([productOf(value)], row);
      continue;
    }
    await takeBatch(db, { pass, batch, report }, async (tx) => {
      await lockImport(tx, "product");
      const umkm = await listUmkmByNib(tx, [...new Set(batch.rows.map((row) => row.value.nib))]);
      const byNib = new Map(umkm.map((row) => [row.nib, row]));
      return write(tx, gather(batch.rows, byNib, reader, batch.wrong), reader);
    });
  }
  return report;
}
