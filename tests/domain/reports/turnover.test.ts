import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { answerComplaint } from "#app/domain/complaints/answer-complaint.server.ts";
import { confirmRemedy } from "#app/domain/complaints/confirm-remedy.server.ts";
import { checkTurnoverDocument } from "#app/domain/reports/check-turnover-document.server.ts";
import { finalTax, TAX_FREE } from "#app/domain/reports/final-tax.ts";
import { findTurnover, turnoverYear } from "#app/domain/reports/find-turnover.server.ts";
import { issueTurnoverDocument } from "#app/domain/reports/issue-turnover-document.server.ts";
import { turnoverPaper } from "#app/domain/reports/turnover-paper.server.ts";
import { dateWib, now } from "#app/lib/clock.ts";
import { BadInput, NotFound } from "#app/lib/errors.ts";
import { aComplaint, aReceivedOrder } from "#tests/factories/complaint.ts";
import { aMarket, aProduct, aSeller, type Market, type TestProduct } from "#tests/factories/market.ts";
import { aSoldOrder } from "#tests/factories/settlement.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let market: Market;
let chips: TestProduct;
const year = Number(dateWib(now()).slice(0, 4));

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { price: 18_000, stock: 100 });
});
afterAll(async () => expect(await findBreaches(db)).toEqual([]));

describe("the final tax", () => {
  it("leaves Rp500 million of a person free, and nothing of a legal entity", () => {
    const of = (turnover: number, isEntity = false) => finalTax({ turnover, isEntity });
    expect(of(0)).toMatchObject({ tax: 0, free: TAX_FREE, taxOfEntity: 0 });
    expect(of(TAX_FREE)).toMatchObject({ tax: 0, free: 0 });
    expect(of(TAX_FREE + 200)).toMatchObject({ tax: 1, free: 0 });
    expect(of(700_000_000)).toMatchObject({ tax: 1_000_000, taxOfEntity: 3_500_000 });
    expect(of(700_000_000, true)).toMatchObject({ tax: 3_500_000, free: 0 });
    expect(of(-5_000)).toMatchObject({ tax: 0, free: TAX_FREE });
    expect([of(4_800_000_000).isAboveLimit, of(4_800_000_001).isAboveLimit]).toEqual([false, true]);
  });
});

describe("a year's turnover", () => {
  it("counts goods that were handed over, less what went back, by month and by where buyers live", async () => {
    await aSoldOrder(db, market, chips);
    const order = await aReceivedOrder(db, market, chips);
    const code = await aComplaint(db, order);
    await answerComplaint(market.siti.seller, db, { code, as: "seller", answer: "refund", text: "Maaf." });
    await confirmRemedy(guest, db, { orderCode: order.code, code, secret: order.secret });
    const { turnover, tax } = await findTurnover(db, market.siti.seller, { year });
    expect(turnover).toMatchObject({ orders: 2, sold: 90_000, refunded: 36_000, net: 54_000 });
    expect(turnover.months).toHaveLength(1);
    expect(turnover.regencies).toEqual([{ name: "Bandar Lampung", orders: 2, amount: 54_000 }]);
    expect(tax.turnover).toBe(54_000);
    expect((await findTurnover(db, market.siti.seller, { year: year - 1 })).turnover.orders).toBe(0);
    expect((await findTurnover(db, market.yuni.seller, { year })).turnover.orders).toBe(0);
  });

  it("is attested once for the same figures, with numbers without a gap", async () => {
    const first = await issueTurnoverDocument(market.siti.seller, db, { year });
    expect(await issueTurnoverDocument(market.siti.seller, db, { year })).toBe(first);
    await expect(issueTurnoverDocument(market.yuni.seller, db, { year })).rejects.toThrow(BadInput);
    await aSoldOrder(db, market, chips);
    const cakes = await aProduct(db, market.yuni, { price: 10_000 });
    await aSoldOrder(db, { ...market, siti: market.yuni }, cakes);
    const codes = await Promise.all([
      issueTurnoverDocument(market.siti.seller, db, { year }),
      issueTurnoverDocument(market.siti.seller, db, { year }),
      issueTurnoverDocument(market.yuni.seller, db, { year }),
    ]);
    expect(codes[0]).toBe(codes[1]);
    const rows = await db.selectFrom("turnover_document").select("number").orderBy("number").execute();
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it("is confirmed to whoever holds the code, as it was attested, and nothing of it is of a person", async () => {
    const { documents } = await findTurnover(db, market.siti.seller, { year });
    const oldest = documents.at(-1)!;
    const checked = await checkTurnoverDocument(db, oldest.code.toLowerCase());
    expect(checked.turnover).toMatchObject({ orders: 2, net: 54_000 });
    expect(checked.number).toMatch(/^OMZET\/\d{4}\/00000\d$/);
    expect(checked.nib).toMatch(/^\d{4}•+\d{4}$/);
    expect(JSON.stringify(checked)).not.toContain("Jl. Uji");
    await expect(checkTurnoverDocument(db, "OM-2222222222")).rejects.toThrow(NotFound);
  });

  it("is a paper of its seller alone, the same bytes every time", async () => {
    const { documents } = await findTurnover(db, market.siti.seller, { year });
    const given = { code: documents[0]!.code, origin: "https://lapak.contoh" };
    const paper = await turnoverPaper(db, market.siti.seller, given);
    expect(paper.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    expect(paper.bytes.equals((await turnoverPaper(db, market.siti.seller, given)).bytes)).toBe(true);
    const other = { ...given, code: documents.at(-1)!.code };
    expect(paper.bytes.equals((await turnoverPaper(db, market.siti.seller, other)).bytes)).toBe(false);
    await expect(turnoverPaper(db, market.yuni.seller, given)).rejects.toThrow(NotFound);
  });

  it("cannot be rewritten", async () => {
    await expect(db.updateTable("turnover_document").set({ name: "Lain" }).execute()).rejects.toThrow(
      /append-only/,
    );
  });

  it("is asked for years that there were", () => {
    expect(turnoverYear(String(year))).toBe(year);
    for (const wrong of [String(year + 1), "1999", "20x6", undefined])
      expect(() => turnoverYear(wrong)).toThrow(NotFound);
  });

  it("of a business that is not verified is not attested", async () => {
    const seller = await aSeller(db, "Belum Jadi");
    const goods = await aProduct(db, seller);
    await aSoldOrder(db, { ...market, siti: seller }, goods);
    await db
      .updateTable("umkm")
      .set({ status: "suspended", suspended_reason: "Uji" })
      .where("id", "=", seller.id)
      .execute();
    await expect(issueTurnoverDocument(seller.seller, db, { year })).rejects.toThrow(BadInput);
  });
});
