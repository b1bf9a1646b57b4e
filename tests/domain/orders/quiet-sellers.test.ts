import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { countQuietSellers, findQuietSellers } from "#app/domain/orders/find-quiet-sellers.server.ts";
import {
  type QuietFacts,
  quietSellerHelp,
  quietSellerMessage,
} from "#app/domain/orders/quiet-seller-help.ts";
import { refreshCategoryMedians } from "#app/domain/reports/refresh-category-medians.server.ts";
import { NotAllowed } from "#app/lib/errors.ts";
import { aMarket, aProduct, aSeller, type Market, type TestSeller } from "#tests/factories/market.ts";
import { aPlacedOrder } from "#tests/factories/order.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let market: Market;
let dear: TestSeller;
let empty: TestSeller;

const verified = (seller: TestSeller, days: number) =>
  sql`update umkm set verified_at = now() - make_interval(days => ${days}) where id = ${seller.id}`.execute(
    db,
  );
const names = async (after?: string) =>
  (await findQuietSellers(db, market.officer, { after })).sellers.map((s) => s.name);

beforeAll(async () => {
  market = await aMarket(db);
  dear = await aSeller(db, "Keripik Mahal");
  empty = await aSeller(db, "Belum Mulai");
  const busy = await aProduct(db, market.siti, { price: 18_000 });
  await aProduct(db, market.yuni, { price: 20_000 });
  await aProduct(db, dear, { name: "Keripik Emas", price: 60_000, stock: 0 });
  await verified(market.siti, 60);
  await verified(market.yuni, 10);
  await verified(dear, 50);
  await verified(empty, 40);
  await aPlacedOrder(db, [{ item: { variantId: busy.variantId }, quantity: 1 }]);
  await refreshCategoryMedians(db);
});

describe("sellers without orders", () => {
  it("are those verified more than 30 days ago whom nobody ordered from for 30 days", async () => {
    expect(await names()).toEqual(["Belum Mulai", "Keripik Mahal"]);
    expect(await countQuietSellers(db, market.officer)).toBe(2);
  });

  it("come with what could help, and a message that says it", async () => {
    const { sellers } = await findQuietSellers(db, market.officer, {});
    const [none, gold] = sellers;
    expect(none?.help.map(({ what }) => what)).toEqual(["Belum ada produk terbit"]);
    expect(gold?.help.map(({ what }) => what)).toEqual([
      "Semua produk habis",
      "1 dari 1 produk tanpa foto",
      expect.stringMatching(/^Keripik Emas \d+ 3 kali harga tengah jenisnya$/),
    ]);
    expect(gold?.message).toContain("isi lagi stok produk yang habis");
  });

  it("count a seller whose last order is older, and one whose order was cancelled", async () => {
    await sql`update "order" set placed_at = now() - interval '31 days'`.execute(db);
    expect(await names()).toContain("Dapur Bu Siti");
    await sql`update "order" set placed_at = now(), status = 'cancelled', cancelled_reason = 'uji', next_action = null,
      deadline_at = null`.execute(db);
    expect(await names()).toContain("Dapur Bu Siti");
  });

  it("go on from page to page without losing or repeating one, also when verified at one moment", async () => {
    for (let made = 0; made < 25; made++) await aSeller(db, `Serentak ${made}`);
    await sql`update umkm set verified_at = '2026-01-05' where name like 'Serentak%'`.execute(db);
    const seen: string[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await findQuietSellers(db, market.officer, { after });
      seen.push(...page.sellers.map((seller) => seller.slug));
      after = page.next;
    }
    expect(seen).toHaveLength(28);
    expect(new Set(seen).size).toBe(28);
  });

  it("are shown to the officers of their regency alone", async () => {
    expect((await findQuietSellers(db, market.foreignOfficer, {})).sellers).toEqual([]);
    await expect(findQuietSellers(db, market.siti.seller, {})).rejects.toThrow(NotAllowed);
  });
});

describe("what could help", () => {
  const well: QuietFacts = {
    products: 3,
    without_photo: 0,
    sold_out: 0,
    dear_name: "Keripik",
    dear_ratio: 1.5,
    pirt: "206187101001229",
    product_pirt: null,
  };

  it("is nothing when all is well, and the message still offers help", () => {
    expect(quietSellerHelp(well, 2026)).toEqual([]);
    const people = { name: "Keripik Yuni", ownerName: "Yuni", office: "Kota Metro" };
    expect(quietSellerMessage(people, [])).toMatch(/^Halo Yuni.*sebulan ini\. Ada yang dapat kami bantu\?$/);
  });

  it("names an expired P-IRT of the business or of a product", () => {
    const ended = quietSellerHelp({ ...well, pirt: "206187101001225" }, 2026);
    expect(ended.map(({ what }) => what)).toEqual(["P-IRT berakhir 2025"]);
    expect(quietSellerHelp({ ...well, product_pirt: "24" }, 2026)[0]?.what).toBe("P-IRT berakhir 2024");
    expect(quietSellerHelp({ ...well, pirt: "206187101001226" }, 2026)).toEqual([]);
  });
});
