import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { guest, system } from "#app/domain/accounts/actor.ts";
import { changeMany } from "#app/domain/catalogue/change-many.server.ts";
import { changePrice } from "#app/domain/catalogue/change-price.server.ts";
import { changeStock } from "#app/domain/catalogue/change-stock.server.ts";
import { copyProduct } from "#app/domain/catalogue/copy-product.server.ts";
import { deleteDraftProduct } from "#app/domain/catalogue/delete-draft-product.server.ts";
import { editProduct } from "#app/domain/catalogue/edit-product.server.ts";
import { hideProduct } from "#app/domain/catalogue/hide-product.server.ts";
import { importProducts } from "#app/domain/catalogue/import-products.server.ts";
import { importStaples } from "#app/domain/catalogue/import-staples.server.ts";
import { releaseProduct } from "#app/domain/catalogue/release-product.server.ts";
import { showProduct } from "#app/domain/catalogue/show-product.server.ts";
import { withholdProduct } from "#app/domain/catalogue/withhold-product.server.ts";
import { answerComplaint } from "#app/domain/complaints/answer-complaint.server.ts";
import { attestRefund } from "#app/domain/complaints/attest-refund.server.ts";
import { cancelConsignment } from "#app/domain/consignment/cancel-consignment.server.ts";
import { refuseConsignment } from "#app/domain/consignment/refuse-consignment.server.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { reportSellerShortage } from "#app/domain/orders/report-seller-shortage.server.ts";
import { editProfile } from "#app/domain/umkm/edit-profile.server.ts";
import { importUmkm } from "#app/domain/umkm/import-umkm.server.ts";
import { reinstateUmkm } from "#app/domain/umkm/reinstate-umkm.server.ts";
import { suspendUmkm } from "#app/domain/umkm/suspend-umkm.server.ts";
import { verifyUmkm } from "#app/domain/umkm/verify-umkm.server.ts";
import { findSearchStaples, findSearchSumsAfter } from "#db/queries/search-rows.ts";
import { produkRows } from "#db/seed/sheets/produk-sheet.ts";
import { sembakoRows } from "#db/seed/sheets/sembako-sheet.ts";
import { umkmRows } from "#db/seed/sheets/umkm-sheet.ts";
import { compareIndex, differences } from "#search/compare.server.ts";
import { indexProducts } from "#search/index-products.server.ts";
import { indexStaples } from "#search/index-staples.server.ts";
import { rebuildSearchIndex } from "#search/rebuild.server.ts";
import { aComplaint, aReceivedOrder } from "../factories/complaint.ts";
import { aSending } from "../factories/consignment.ts";
import { aMarket, aProduct, type Market, type TestProduct } from "../factories/market.ts";
import { aPlacedOrder, walk } from "../factories/order.ts";
import { lineOf } from "../factories/shortage.ts";
import { testDatabase } from "../support/database.ts";
import { testSearch } from "../support/meilisearch.ts";
import { takeJobs } from "../support/waiting-jobs.ts";

const { db } = await testDatabase(10);
const search = await testSearch();
const actor = system("uji");
const pictures = new Map();
const sellersSheet = [...umkmRows({ sellers: 4 })];
const productsSheet = [...produkRows({ sellers: 4, products: 8 })].map((row) => ({ ...row, gambar: "" }));
const staplesSheet = [...sembakoRows()].map((row) => ({ ...row, gambar: "" }));

let market: Market;
let chips: TestProduct;

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { name: "Keripik Sinkron", stock: 30 });
  await importUmkm(actor, db, sellersSheet, { status: "verified" });
  await importProducts(actor, db, productsSheet, { status: "published", pictures });
  if (search) await rebuildSearchIndex(db, undefined, search.client);
});

/** What the index is made of, by id. */
async function sums() {
  const products = await findSearchSumsAfter(db, 0, 10_000);
  const staples = (await findSearchStaples(db)).map((row) => `${row.id} ${row.checksum}`).join();
  return { products: new Map(products.map((row) => [row.id, row.checksum])), staples };
}

/** Does something; what it changed in the catalogue must wait in the queue, and then the index is right again. */
async function follow(act: () => Promise<unknown>): Promise<{ changed: number; staples: boolean }> {
  await Promise.all([takeJobs(db, "index-products"), takeJobs(db, "index-staples")]);
  const before = await sums();
  await act();
  const after = await sums();
  const ids = new Set([...before.products.keys(), ...after.products.keys()]);
  const changed = [...ids].filter((id) => before.products.get(id) !== after.products.get(id));
  const jobs = await takeJobs(db, "index-products");
  const enqueued = new Set(jobs.flatMap(({ payload }) => payload.productIds));
  expect(changed.filter((id) => !enqueued.has(id))).toEqual([]);
  const staples = before.staples !== after.staples;
  if (staples) expect(await takeJobs(db, "index-staples")).not.toEqual([]);
  if (search) {
    for (const { payload } of jobs) await indexProducts(db, payload.productIds, search.client);
    if (staples) await indexStaples(db, search.client);
    expect(differences(await compareIndex(db, search.client, search.client.index))).toBe(0);
  }
  return { changed: changed.length, staples };
}

const one = { changed: 1, staples: false };
const seller = () => market.siti.seller;
const slugOfUmkm = async (id: number) =>
  (await db.selectFrom("umkm").select("slug").where("id", "=", id).executeTakeFirstOrThrow()).slug;

describe("the index follows what a seller does", () => {
  it("price and stock", async () => {
    const { variantId } = chips;
    expect(await follow(() => changePrice(seller(), db, { variantId, price: 21_000 }))).toEqual(one);
    const stock = (to: number, seenStock: number) =>
      follow(() => changeStock(seller(), db, { variantId, stock: to, seenStock }));
    expect(await stock(0, 30)).toEqual(one);
    expect(await stock(30, 0)).toEqual(one);
    const row = { variantId, price: 18_000, seenPrice: 21_000, stock: 0, seenStock: 30 };
    expect(await follow(() => changeMany(seller(), db, { rows: [row] }))).toEqual(one);
    await changeStock(seller(), db, { variantId, stock: 30, seenStock: 0 });
  });

  it("hidden, shown, copied, removed", async () => {
    const { productId, slug } = chips;
    expect(await follow(() => hideProduct(seller(), db, { productId }))).toEqual(one);
    expect(await follow(() => showProduct(seller(), db, { productId }))).toEqual(one);
    let copy = "";
    await follow(async () => {
      copy = (await copyProduct(seller(), db, { slug })).slug;
    });
    const { id } = await db
      .selectFrom("product")
      .select("id")
      .where("slug", "=", copy)
      .executeTakeFirstOrThrow();
    expect(await follow(() => showProduct(seller(), db, { productId: id }))).toEqual(one);
    expect(await follow(() => hideProduct(seller(), db, { productId: id }))).toEqual(one);
    await follow(() => deleteDraftProduct(seller(), db, { slug: copy }));
  });

  it("name, category, place of making and pack sizes", async () => {
    const { rows } = await sql<{ code: string }>`
      select code from district where regency_code = '18.71' and code <> '18.71.01' limit 1`.execute(db);
    const variant = { id: chips.variantId, label: "Toples 500 g", sku: "TOPLES", price: 33_000 };
    const input = {
      ...{ name: "Keripik Berganti Nama", category: "camilan", description: "Renyah", pirt: null },
      ...{ districtCode: rows[0]!.code, halal: null, bpom: null },
      variants: [{ ...variant, row: 0, weightGrams: 500, stock: 30, seenStock: 30, remove: false }],
    };
    const categories = await db.selectFrom("category").select("slug").orderBy("slug").execute();
    const category = categories.find((row) => row.slug !== "keripik")!.slug;
    expect(
      await follow(() => editProduct(seller(), db, { slug: chips.slug, input: { ...input, category } })),
    ).toEqual(one);
  });

  it("how they tell of their business changes nothing that is searched", async () => {
    const profile = { about: "Sejak 1998.", mobile: "+6281272345678" };
    expect(await follow(() => editProfile(seller(), db, profile))).toEqual({ changed: 0, staples: false });
  });

  it("goods sent to a warung, taken back and refused", async () => {
    const product = await aProduct(db, market.siti, { name: "Titipan", stock: 4 });
    const send = () =>
      aSending(db, { seller: market.siti, warung: market.budi, product, pieces: 4 }).then((made) => {
        code = made;
      });
    let code = "";
    await indexFactoryProducts();
    expect(await follow(send)).toEqual(one);
    expect(await follow(() => cancelConsignment(seller(), db, { code }))).toEqual(one);
    expect(await follow(send)).toEqual(one);
    const refuse = { code, reason: "penuh" } as const;
    expect(await follow(() => refuseConsignment(market.budi.operator, db, refuse))).toEqual(one);
  });
});

/** What factories wrote by hand has no jobs. */
async function indexFactoryProducts(): Promise<void> {
  if (!search) return;
  const rows = await findSearchSumsAfter(db, 0, 10_000);
  await indexProducts(
    db,
    rows.map((row) => row.id),
    search.client,
  );
}

describe("the index follows orders", () => {
  const last = async (name: string) => {
    const product = await aProduct(db, market.siti, { name, stock: 3 });
    await indexFactoryProducts();
    return product;
  };
  const basket = ({ variantId }: TestProduct) => [{ item: { variantId }, quantity: 3 }];

  it("that take the last pieces and give them back", async () => {
    const product = await last("Terakhir");
    let order: Awaited<ReturnType<typeof aPlacedOrder>> | undefined;
    const place = async () => {
      order = await aPlacedOrder(db, basket(product));
    };
    expect(await follow(place)).toEqual(one);
    const cancel = () =>
      cancelOrder(guest, db, {
        code: order!.code,
        reason: "Berubah pikiran",
        by: { as: "buyer", secret: order!.secret },
      });
    expect(await follow(cancel)).toEqual(one);
  });

  it("whose goods are not there after all", async () => {
    const product = await last("Tidak Ada");
    const order = await aPlacedOrder(db, [{ item: { variantId: product.variantId }, quantity: 1 }]);
    await walk(db, market, order, "accepted");
    const line = await lineOf(db, order, { variantId: product.variantId });
    const report = {
      ...{ code: order.code, lineId: line.id, pieces: 1, stockLeft: 0, substitute: null },
      reason: "habis",
    } as const;
    const tell = () => reportSellerShortage(seller(), db, report);
    expect(await follow(tell)).toEqual(one);
  });

  it("that arrive, and what is paid back of them", async () => {
    const product = await last("Terkirim");
    const order = await aPlacedOrder(db, basket(product));
    const { operator } = await walk(db, market, order, "out_for_delivery", [market.siti]);
    const { code, pin } = order;
    expect(await follow(() => deliverOrder(operator, db, { code, pin }))).toEqual(one);

    const another = await aProduct(db, market.siti, { name: "Dikembalikan", stock: 9 });
    const received = await aReceivedOrder(db, market, another);
    await indexFactoryProducts();
    const complaint = await aComplaint(db, received, { pieces: 2 });
    await answerComplaint(seller(), db, { code: complaint, as: "seller", answer: "refund", text: "" });
    const attest = { code: complaint, reason: "Uangnya diserahkan di depan petugas." };
    expect(await follow(() => attestRefund(market.officer, db, attest))).toEqual(one);
  });
});

describe("the index follows officers", () => {
  it("who take a product or a business out of the shop and back", async () => {
    const withhold = { slug: chips.slug, reason: "Foto milik orang lain." };
    expect(await follow(() => withholdProduct(market.officer, db, withhold))).toEqual(one);
    expect(await follow(() => releaseProduct(market.officer, db, { slug: chips.slug }))).toEqual(one);
    const slug = await slugOfUmkm(market.siti.id);
    const all = (await follow(() => suspendUmkm(market.officer, db, { slug, reason: "Diperiksa dulu." })))
      .changed;
    expect(all).toBeGreaterThan(1);
    const back = { slug, reason: "Sudah diperiksa." };
    expect(await follow(() => reinstateUmkm(market.officer, db, back))).toEqual({ ...one, changed: all });
  });

  it("who verify a business that took another name meanwhile; PostgreSQL's words follow, too", async () => {
    await db.updateTable("umkm").set({ status: "submitted" }).where("id", "=", market.yuni.id).execute();
    const { slug: product } = await aProduct(db, market.yuni, { name: "Emping" });
    await db.updateTable("umkm").set({ name: "Dapur Wayhuwi" }).where("id", "=", market.yuni.id).execute();
    const slug = await slugOfUmkm(market.yuni.id);
    expect((await follow(() => verifyUmkm(market.officer, db, { slug }))).changed).toBeGreaterThan(0);
    const { rows } = await sql<{ found: boolean }>`
      select search_vector @@ to_tsquery('simple', 'wayhuwi') as found from product where slug = ${product}`.execute(
      db,
    );
    expect(rows).toEqual([{ found: true }]);
  });

  it("who bring in sheets", async () => {
    const more = productsSheet.map((row, place) => (place === 0 ? { ...row, harga: "Rp99.500" } : row));
    const products = () => importProducts(actor, db, more, { status: "published", pictures });
    expect(await follow(products)).toEqual(one);
    const renamed = sellersSheet.map((row, place) =>
      place === 0 ? { ...row, nama_usaha: "Usaha Berganti Nama" } : row,
    );
    const sellers = () => importUmkm(actor, db, renamed, { status: "verified" });
    expect((await follow(sellers)).changed).toBeGreaterThan(0);
    const staples = () => importStaples(actor, db, staplesSheet, { pictures });
    expect(await follow(staples)).toEqual({ changed: 0, staples: true });
  });
});
