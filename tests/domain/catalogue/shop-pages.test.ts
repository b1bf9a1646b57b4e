import { describe, expect, it } from "vitest";
import { findHomeProducts } from "#app/domain/catalogue/find-home-products.server.ts";
import { findProduct } from "#app/domain/catalogue/find-product.server.ts";
import { findProductCards } from "#app/domain/catalogue/find-product-cards.server.ts";
import { findStaples } from "#app/domain/catalogue/find-staples.server.ts";
import { findUmkmPage } from "#app/domain/catalogue/find-umkm-page.server.ts";
import { findVillage } from "#app/domain/regions/find-village.server.ts";
import { NotFound } from "#app/lib/errors.ts";
import { aMarket, aProduct, aSeller, KEDATON } from "#tests/factories/market.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
const market = await aMarket(db);

const slugOf = async (umkmId: number) =>
  (await db.selectFrom("umkm").select("slug").where("id", "=", umkmId).executeTakeFirstOrThrow()).slug;

describe("what the public sees of a product", () => {
  it("shows sizes, price, maker and place", async () => {
    const made = await aProduct(db, market.siti, { name: "Keripik Cokelat", price: 18_000, stock: 3 });
    const { product } = await findProduct(db, made.slug);
    expect(product.variants).toEqual([{ id: made.variantId, label: "250 g", price: 18_000, stock: 3 }]);
    expect(product.seller.name).toBe("Dapur Bu Siti");
    expect(product.madeIn).toBe("Kedaton, Kota Bandar Lampung");
  });

  it("hides a draft, and everything of a seller who is suspended", async () => {
    const draft = await aProduct(db, market.siti);
    await db.updateTable("product").set({ status: "draft" }).where("id", "=", draft.productId).execute();
    await expect(findProduct(db, draft.slug)).rejects.toThrow(NotFound);

    const seller = await aSeller(db, "Toko Bermasalah");
    const made = await aProduct(db, seller);
    const slug = await slugOf(seller.id);
    await db
      .updateTable("umkm")
      .set({ status: "suspended", suspended_reason: "Uji" })
      .where("id", "=", seller.id)
      .execute();
    await expect(findProduct(db, made.slug)).rejects.toThrow(NotFound);
    await expect(findUmkmPage(db, slug, 1)).rejects.toThrow(NotFound);
    expect(await findProductCards(db, [draft.productId, made.productId])).toEqual([]);
  });

  it.each(["tidak-ada", "", "' or 1=1 --"])("knows no product %j", async (slug) => {
    await expect(findProduct(db, slug)).rejects.toThrow(NotFound);
  });
});

describe("cards", () => {
  it("keep the order they were asked for, with price and stock of this moment", async () => {
    const first = await aProduct(db, market.siti, { name: "Satu", price: 10_000 });
    const second = await aProduct(db, market.yuni, { name: "Dua", price: 20_000, stock: 0 });
    const cards = await findProductCards(db, [second.productId, first.productId]);
    expect(cards.map(({ id }) => id)).toEqual([second.productId, first.productId]);
    expect(cards.map(({ price, inStock }) => [price, inStock])).toEqual([
      [20_000, false],
      [10_000, true],
    ]);
    await db.updateTable("variant").set({ price: 12_000 }).where("id", "=", first.variantId).execute();
    expect((await findProductCards(db, [first.productId]))[0]?.price).toBe(12_000);
  });

  it("say the district in one's own regency, the regency elsewhere", async () => {
    const { productId } = await aProduct(db, market.siti);
    expect((await findProductCards(db, [productId], "18.71"))[0]?.place).toBe("Kedaton");
    expect((await findProductCards(db, [productId], "18.04"))[0]?.place).toBe("Bandar Lampung");
  });

  it("say that prices begin somewhere only when sizes differ in price", async () => {
    const { productId, slug } = await aProduct(db, market.siti, { price: 18_000 });
    expect((await findProductCards(db, [productId]))[0]?.severalPrices).toBe(false);
    await db
      .insertInto("variant")
      .values({
        product_id: productId,
        umkm_id: market.siti.id,
        sku: `${slug}-500`,
        label: "500 g",
        price: 34_000,
        weight_grams: 500,
        stock: 1,
        position: 1,
      })
      .execute();
    expect((await findProductCards(db, [productId]))[0]).toMatchObject({
      severalPrices: true,
      price: 18_000,
    });
  });
});

describe("the home page's shelf", () => {
  it("shows goods of the village's surroundings that can be bought, and none twice", async () => {
    const village = await findVillage(db, KEDATON);
    const gone = await aProduct(db, market.siti, { name: "Habis", stock: 0 });
    const { near, newest } = await findHomeProducts(db, village);
    expect(near.length).toBeGreaterThan(0);
    expect(near.every(({ inStock, districtCode }) => inStock && districtCode.startsWith("18.71."))).toBe(
      true,
    );
    expect(near.map(({ id }) => id)).not.toContain(gone.productId);
    const shown = [...near, ...newest].map(({ id }) => id);
    expect(new Set(shown).size).toBe(shown.length);
  });

  it("shows only the newest before a village is chosen", async () => {
    const { near, newest } = await findHomeProducts(db, undefined);
    expect(near).toEqual([]);
    expect(newest.length).toBeGreaterThan(0);
  });
});

describe("a seller's page", () => {
  it("turns a page beyond the last into the last", async () => {
    const page = await findUmkmPage(db, await slugOf(market.siti.id), 900);
    expect([page.page, page.pages]).toEqual([1, 1]);
    expect(page.products).toHaveLength(page.productCount);
  });
});

describe("staples in the search", () => {
  it("have the price that holds today in the buyer's regency", async () => {
    await db
      .insertInto("staple_price")
      .values([
        { staple_id: market.riceId, regency_code: "18.71", valid_from: "2021-01-01", price: 14_000 },
        { staple_id: market.riceId, regency_code: "18.71", valid_from: "2999-01-01", price: 99_000 },
      ])
      .execute();
    const [rice] = await findStaples(db, [market.riceId], "18.71");
    expect(rice?.price).toBe(14_000);
  });

  it("have none before a village is chosen, and where none was set", async () => {
    expect((await findStaples(db, [market.eggsId], undefined))[0]?.price).toBeNull();
    expect((await findStaples(db, [market.eggsId], "18.04"))[0]?.price).toBeNull();
  });
});
