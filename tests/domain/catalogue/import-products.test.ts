import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { system } from "#app/domain/accounts/actor.ts";
import { importProducts } from "#app/domain/catalogue/import-products.server.ts";
import { importUmkm } from "#app/domain/umkm/import-umkm.server.ts";
import { produkRows } from "#db/seed/sheets/produk-sheet.ts";
import { umkmRows } from "#db/seed/sheets/umkm-sheet.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
const actor = system("uji");
const size = { sellers: 40, products: 160 };
const plain = [...produkRows(size)].map((row) => ({ ...row, gambar: "" }));
const published = { status: "published", pictures: new Map() } as const;

/** Product ids of the index jobs that wait, batch by batch. */
async function indexed(): Promise<number[][]> {
  const { rows } = await sql<{ ids: number[] }>`
    select payload -> 'productIds' as ids from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'index-products' order by j.id`.execute(db);
  return rows.map((row) => row.ids);
}

beforeAll(async () => {
  await importUmkm(actor, db, umkmRows({ sellers: size.sellers }), { status: "verified" });
});

test("a sheet is taken in once with one index job; the same sheet again changes nothing", async () => {
  expect(await importProducts(actor, db, plain, published)).toEqual({
    new: 160,
    changed: 0,
    same: 0,
    wrong: [],
  });
  expect((await indexed()).map((ids) => ids.length)).toEqual([160]);
  expect(await importProducts(actor, db, plain, published)).toEqual({
    new: 0,
    changed: 0,
    same: 160,
    wrong: [],
  });
  expect(await indexed()).toHaveLength(1);
  const variants = await db
    .selectFrom("variant")
    .select(db.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  expect(variants.n).toBe(plain.length);
});

test("products are public with their cheapest price, and have addresses of their own", async () => {
  const products = await db.selectFrom("product").select(["slug", "public", "price_from", "name"]).execute();
  expect(products.every((product) => product.public)).toBe(true);
  expect(new Set(products.map((product) => product.slug)).size).toBe(160);
  const banana = products.find((product) => product.slug === "keripik-pisang-cokelat-dapur-bu-siti");
  expect(banana).toMatchObject({ name: "Keripik Pisang Cokelat", price_from: 18_000 });
});

test("a changed price and stock change that product alone and have it indexed", async () => {
  const [first] = plain as [(typeof plain)[number]];
  const report = await importProducts(actor, db, [{ ...first, harga: "Rp19.500", stok: "7" }], published);
  expect(report).toEqual({ new: 0, changed: 1, same: 0, wrong: [] });
  const product = await db
    .selectFrom("product")
    .select(["id", "price_from"])
    .where("slug", "=", "keripik-pisang-cokelat-dapur-bu-siti")
    .executeTakeFirstOrThrow();
  expect(product.price_from).toBe(19_500);
  expect((await indexed()).at(-1)).toEqual([product.id]);
});

test("wrong rows are told by row and column; the others go in", async () => {
  const [first] = plain as [(typeof plain)[number]];
  const fresh = { ...first, nama_produk: "Keripik Pisang Coba" };
  const { wrong, ...counts } = await importProducts(
    actor,
    db,
    [
      { ...fresh, nib: "0000000000000" },
      { ...fresh, harga: "gratis" },
      { ...fresh, kategori: "mobil" },
      { ...fresh, gambar: "tidak-ada" },
      { ...fresh, kecamatan_pembuatan: "Entah" },
      fresh,
      fresh,
      { ...fresh, stok: "-1" },
    ],
    published,
  );
  expect(counts).toEqual({ new: 1, changed: 0, same: 0 });
  expect(wrong.map(({ row, column }) => `${row} ${column}`).sort()).toEqual([
    "2 nib",
    "3 harga",
    "4 kategori",
    "5 gambar",
    "6 kecamatan_pembuatan",
    "8 sku",
    "9 stok",
  ]);
});

test("a batch never cuts a product in two, and memory does not grow with the sheet", async () => {
  async function* many() {
    const [first] = plain as [(typeof plain)[number]];
    for (let n = 0; n < 1_200; n++) {
      for (const [sku, varian] of [
        ["a", "kecil"],
        ["b", "besar"],
      ] as const) {
        yield { ...first, nama_produk: `Keripik Uji ${n}`, sku, varian };
      }
    }
  }
  const jobs = (await indexed()).length;
  expect(await importProducts(actor, db, many(), published)).toMatchObject({ new: 1_200, wrong: [] });
  const batches = (await indexed()).slice(jobs);
  expect(batches.length).toBeGreaterThan(1);
  expect(new Set(batches.flat()).size).toBe(1_200);
  expect(batches.flat()).toHaveLength(1_200);
});
