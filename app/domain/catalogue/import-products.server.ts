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
import { ProductRow } from "./product-row.ts";

/** A picture that came with the sheet, by the name its rows use. */
export type SheetPicture = { readonly mediaId: number; readonly alt: string };

type Umkm = {
  readonly id: number;
  readonly nib: string;
  readonly name: string;
  readonly regency_code: string;
};
type Product = { readonly umkm: Umkm; readonly district: NamedDistrict; readonly packs: ProductRow[] };

type Reader = {
  readonly resolver: RegionResolver;
  readonly categories: ReadonlySet<string>;
  readonly pictures: ReadonlyMap<string, SheetPicture>;
  readonly office: string | null;
  readonly status: "draft" | "published";
};

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
    const key = `${value.nib}/${value.nama_produk}`;
    const product = products.get(key) ?? { umkm, district: district.found, packs: [] };
    if (product.packs.some((pack) => pack.sku === value.sku)) {
      wrong.push({ row, column: "sku", message: `SKU "${value.sku}" sudah ada pada produk ini.` });
      continue;
    }
    product.packs.push(value);
    products.set(key, product);
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

/** Writes the products of a batch with their pack sizes and pictures. @returns ids of those added and of those changed */
async function write(
  tx: Tx,
  products: readonly Product[],
  reader: Reader,
): Promise<{ added: number[]; changed: number[] }> {
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
  return { added: [...added], changed: [...touched].filter((id) => !added.has(id)) };
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
): Promise<ImportReport> {
  const office = officeRegency(actor);
  const categories = new Set(await listCategorySlugs(db));
  const reader: Reader = { resolver: await loadResolver(db), categories, pictures, office, status };
  const report = emptyReport();
  const productOf = (row: ProductRow) => `${row.nib}/${row.nama_produk}`;
  for await (const batch of readInBatches(rows, ProductRow, report.wrong, productOf)) {
    await db.transaction().execute(async (tx) => {
      await lockImport(tx, "product");
      const umkm = await listUmkmByNib(tx, [...new Set(batch.map((row) => row.value.nib))]);
      const products = gather(batch, new Map(umkm.map((row) => [row.nib, row])), reader, report.wrong);
      const { added, changed } = await write(tx, products, reader);
      report.new += added.length;
      report.changed += changed.length;
      report.same += products.length - added.length - changed.length;
      const productIds = [...added, ...changed];
      if (productIds.length === 0) return;
      await enqueue(tx, "index-products", { productIds });
      await announce(tx, "catalogue");
    });
  }
  return report;
}
