import { beforeAll, describe, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { answerComplaint } from "#app/domain/complaints/answer-complaint.server.ts";
import { confirmRemedy } from "#app/domain/complaints/confirm-remedy.server.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { findReceipt } from "#app/domain/orders/find-receipt.server.ts";
import { paidParts, receiptNumber } from "#app/domain/orders/receipt.ts";
import { NotFound } from "#app/lib/errors.ts";
import { aComplaint, aReceivedOrder } from "#tests/factories/complaint.ts";
import { aMarket, aProduct, type Market, type TestProduct } from "#tests/factories/market.ts";
import { aPlacedOrder } from "#tests/factories/order.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let market: Market;
let chips: TestProduct;

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { price: 18_000, stock: 100 });
});

const asBuyer = (order: { code: string; secret: string }) =>
  findReceipt(db, guest, { code: order.code, by: { as: "buyer", secret: order.secret } });

describe("a receipt", () => {
  it("is a proof of the order before the goods are handed over", async () => {
    const order = await aPlacedOrder(db, [{ item: { variantId: chips.variantId }, quantity: 2 }]);
    const receipt = await asBuyer(order);
    expect(receipt.number).toBeNull();
    expect(receipt.paid).toEqual([{ way: "Belum dibayar (tunai)", amount: receipt.total }]);
    await cancelOrder(guest, db, {
      code: order.code,
      reason: "Dibatalkan pembeli",
      by: { as: "buyer", secret: order.secret },
    });
    expect((await asBuyer(order)).paid).toEqual([]);
  });

  it("has a number, sellers with their goods, what was paid how, and what went back", async () => {
    const order = await aReceivedOrder(db, market, chips);
    const first = await asBuyer(order);
    expect(first.number).toMatch(new RegExp(`^20\\d\\d/${order.code}$`));
    expect(first.groups.map(({ seller, lines }) => [seller, lines.map(({ quantity }) => quantity)])).toEqual([
      ["Dapur Bu Siti", [3]],
      [null, [5]],
    ]);
    expect(first.paid).toEqual([{ way: "Tunai", amount: first.total }]);
    expect(first.total).toBe(first.goods_total + first.first_leg_fee + first.delivery_fee);
    const code = await aComplaint(db, order);
    await answerComplaint(market.siti.seller, db, { code, as: "seller", answer: "refund", text: "Maaf." });
    await confirmRemedy(guest, db, { orderCode: order.code, code, secret: order.secret });
    const later = await asBuyer(order);
    expect(later.number).toBe(first.number);
    expect(later).toMatchObject({ refunded: 36_000, refunds: [{ status: "paid_back", amount: 36_000 }] });
  });

  it("is for the buyer, by the secret of the link, and for the warung that has the order", async () => {
    const order = await aReceivedOrder(db, market, chips);
    await expect(asBuyer({ ...order, secret: `${order.secret.slice(0, -1)}x` })).rejects.toThrow(NotFound);
    const by = { as: "operator" } as const;
    const { operator } = order.warung;
    expect((await findReceipt(db, operator, { code: order.code, by })).code).toBe(order.code);
    const other = [market.budi, market.ani, market.dedi].find(({ id }) => id !== order.warung.id)!;
    await expect(findReceipt(db, other.operator, { code: order.code, by })).rejects.toThrow(NotFound);
  });
});

describe("what was paid how", () => {
  const base = {
    code: "LL-222222",
    handed_over_at: new Date("2026-12-31T18:00:00Z"),
    method: "qris",
    payment_status: "paid",
    total: 100_000,
    received: 60_000,
    returned: 0,
    cash: 40_000,
  };

  it("takes its year from the day of hand-over in WIB", () => {
    expect(receiptNumber(base)).toBe("2027/LL-222222");
    expect(receiptNumber({ ...base, handed_over_at: null })).toBeNull();
  });

  it("adds up to the total, however it was paid", () => {
    expect(paidParts(base)).toEqual([
      { way: "QRIS", amount: 60_000 },
      { way: "Tunai", amount: 40_000 },
    ]);
    expect(paidParts({ ...base, method: "card", received: 0, cash: 0 })).toEqual([
      { way: "Kartu", amount: 100_000 },
    ]);
    expect(paidParts({ ...base, handed_over_at: null, payment_status: "due", cash: 0 })).toEqual([
      { way: "QRIS", amount: 60_000 },
      { way: "Belum dibayar (QRIS)", amount: 40_000 },
    ]);
    expect(
      paidParts({
        ...base,
        handed_over_at: null,
        method: "card",
        payment_status: "held",
        received: 0,
        cash: 0,
      }),
    ).toEqual([{ way: "Ditahan di kartu", amount: 100_000 }]);
  });
});
