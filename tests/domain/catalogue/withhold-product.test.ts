import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { findDeskProducts } from "#app/domain/catalogue/find-desk-products.server.ts";
import { releaseProduct } from "#app/domain/catalogue/release-product.server.ts";
import { showProduct } from "#app/domain/catalogue/show-product.server.ts";
import { withholdProduct } from "#app/domain/catalogue/withhold-product.server.ts";
import { NotAllowed, StaleRecord } from "#app/lib/errors.ts";
import { aMarket, aProduct, type Market, type TestProduct } from "#tests/factories/market.ts";
import { testDatabase } from "#tests/support/database.ts";
import { indexJobs } from "#tests/support/index-jobs.ts";

const { db } = await testDatabase();
let market: Market;
let chips: TestProduct;
const reason = "Label tidak mencantumkan P-IRT.";

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { name: "Keripik Talas" });
});

const product = () =>
  db.selectFrom("product").selectAll().where("id", "=", chips.productId).executeTakeFirstOrThrow();
const slugs = async (actor: Actor, question: { hidden?: boolean; words?: string; slug?: string } = {}) =>
  (await findDeskProducts(db, actor, { hidden: false, words: "", ...question })).products.map(
    ({ slug }) => slug,
  );

describe("a product that an officer hides", () => {
  it("leaves shop and search once, whoever is quicker, and its seller is told why", async () => {
    const jobs = await indexJobs(db, chips.productId);
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => withholdProduct(market.officer, db, { slug: chips.slug, reason })),
    );
    expect(tries.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    for (const one of tries) if (one.status === "rejected") expect(one.reason).toBeInstanceOf(StaleRecord);
    expect(await product()).toMatchObject({ public: false, hidden_reason: reason });
    expect(await indexJobs(db, chips.productId)).toBe(jobs + 1);
    const messages = await db
      .selectFrom("message")
      .select("body")
      .where("kind", "=", "product-hidden")
      .execute();
    expect(messages).toHaveLength(1);
    expect(messages[0]?.body).toContain(reason);
  });

  it("is not shown again by its seller, but by an officer", async () => {
    await showProduct(market.siti.seller, db, { productId: chips.productId });
    expect((await product()).public).toBe(false);
    expect(await slugs(market.officer, { hidden: true })).toEqual([chips.slug]);
    expect(await slugs(market.officer, { words: "talas" })).toEqual([]);
    await releaseProduct(market.officer, db, { slug: chips.slug });
    expect(await product()).toMatchObject({ public: true, hidden_reason: null, hidden_at: null });
    await expect(releaseProduct(market.officer, db, { slug: chips.slug })).rejects.toThrow(StaleRecord);
    const record = await db.selectFrom("audit_log").select("action").orderBy("id").execute();
    expect(record.map((row) => row.action)).toEqual(["product.hide", "product.unhide"]);
  });

  it("is found by its name, its seller's name, or its address", async () => {
    expect(await slugs(market.officer, { words: "talas" })).toEqual([chips.slug]);
    expect(await slugs(market.officer, { words: "Dapur Siti" })).toContain(chips.slug);
    expect(await slugs(market.officer, { slug: chips.slug })).toEqual([chips.slug]);
  });

  it("is another regency's officers' business neither to see nor to hide", async () => {
    expect(await slugs(market.foreignOfficer)).toEqual([]);
    expect(await slugs(market.foreignOfficer, { slug: chips.slug })).toEqual([]);
    for (const actor of [market.foreignOfficer, market.siti.seller]) {
      await expect(withholdProduct(actor, db, { slug: chips.slug, reason })).rejects.toThrow(NotAllowed);
      await expect(releaseProduct(actor, db, { slug: chips.slug })).rejects.toThrow(NotAllowed);
    }
    expect((await product()).public).toBe(true);
  });
});
