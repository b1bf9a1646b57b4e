import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { account } from "#app/domain/ledger/accounts.ts";
import { receivePayment } from "#app/domain/ledger/receive-payment.server.ts";
import { completeOrder } from "#app/domain/orders/complete-order.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { changeAccount } from "#app/domain/settlement/change-account.server.ts";
import { confirmAccount } from "#app/domain/settlement/confirm-account.server.ts";
import { drawBatch } from "#app/domain/settlement/draw-batch.server.ts";
import { exportBankFile } from "#app/domain/settlement/export-bank-file.server.ts";
import { findBatch } from "#app/domain/settlement/find-batch.server.ts";
import { findOpenSettlements } from "#app/domain/settlement/find-open-settlements.server.ts";
import { findPayeeMoney } from "#app/domain/settlement/find-payee-money.server.ts";
import { findStatement } from "#app/domain/settlement/find-statement.server.ts";
import { recordBounced } from "#app/domain/settlement/record-bounced.server.ts";
import { recordPaid } from "#app/domain/settlement/record-paid.server.ts";
import { tellPayees } from "#app/domain/settlement/tell-payees.server.ts";
import { BadInput, NotAllowed, NotFound, StaleRecord } from "#app/lib/errors.ts";
import { insertPosting } from "#db/queries/ledger.ts";
import {
  aMarket,
  anOfficer,
  aProduct,
  aSeller,
  type Market,
  REGENCY,
  type TestProduct,
  type TestSeller,
} from "#tests/factories/market.ts";
import { aPlacedOrder, walk } from "#tests/factories/order.ts";
import {
  aFinishedOrder,
  aSoldOrder,
  balanceOf,
  confirmAll,
  drawUp,
  giveAccount,
  settlementsOf,
} from "#tests/factories/settlement.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase(10);
let market: Market;
let province: Actor;
/** each test draws up a week of its own */
let week = 0;

beforeAll(async () => {
  market = await aMarket(db);
  province = await anOfficer(db, "Bu Dewi", null);
});
afterEach(async () => expect(await findBreaches(db)).toEqual([]));

async function aShop(
  name: string,
  price = 18_000,
): Promise<{ seller: TestSeller; product: TestProduct; due: string }> {
  const seller = await aSeller(db, name);
  return { seller, product: await aProduct(db, seller, { price }), due: account.sellerDue(seller.id) };
}
const asSeller = (seller: TestSeller) => ({ ...market, siti: seller });
const drawNext = () => drawUp(db, ++week);

describe("drawing up", () => {
  it("takes what is over, leaves what is not due, and does it once a week", async () => {
    const { seller, product, due } = await aShop("Dapur Satu");
    await aFinishedOrder(db, asSeller(seller), product);
    const open = await aSoldOrder(db, asSeller(seller), product, { quantity: 1 });
    await drawNext();
    const [first, ...more] = await settlementsOf(db, due);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ amount: 36_000, earned: 36_000, status: "drawn_up" });
    const { money, notDue } = await findPayeeMoney(db, seller.seller, { as: "seller" });
    expect(money).toEqual({ balance: 54_000, not_due: 18_000, due: 0, drawn: 36_000, carried: 0 });
    expect(notDue.map(({ code, amount }) => [code, amount])).toEqual([[open.code, 18_000]]);

    await completeOrder(db, open.id);
    expect(await drawUp(db, week)).toBe(0);
    expect(await settlementsOf(db, due)).toHaveLength(1);
    await drawNext();
    expect((await settlementsOf(db, due)).map(({ amount }) => amount)).toEqual([36_000, 18_000]);
  });

  it("covers the weeks without a worker with one settlement", async () => {
    const { seller, product, due } = await aShop("Dapur Lama");
    await aFinishedOrder(db, asSeller(seller), product);
    await aFinishedOrder(db, asSeller(seller), product);
    week += 3;
    await drawUp(db, week);
    expect((await settlementsOf(db, due)).map(({ amount }) => amount)).toEqual([72_000]);
  });

  it("does not pay small change: it is carried over, and arrives once", async () => {
    const { seller, product, due } = await aShop("Dapur Kecil", 3_000);
    await aFinishedOrder(db, asSeller(seller), product, { quantity: 1 });
    await drawNext();
    expect(await settlementsOf(db, due)).toMatchObject([{ amount: 3_000, status: "carried" }]);
    expect((await findPayeeMoney(db, seller.seller, { as: "seller" })).money).toMatchObject({
      balance: 3_000,
      carried: 3_000,
    });
    await aFinishedOrder(db, asSeller(seller), product, { quantity: 3 });
    await drawNext();
    const [small, next] = await settlementsOf(db, due);
    expect(next).toMatchObject({ carried_in: 3_000, earned: 9_000, amount: 12_000, status: "drawn_up" });
    const { carriedIn } = await findStatement(db, seller.seller, { as: "seller", code: next!.code });
    expect(carriedIn.map(({ code, amount }) => [code, amount])).toEqual([[small!.code, 3_000]]);
    expect((await findPayeeMoney(db, seller.seller, { as: "seller" })).money).toMatchObject({
      drawn: 12_000,
      carried: 0,
    });
  });

  it("lets a warung keep its part of the cash it holds", async () => {
    const { seller, product } = await aShop("Dapur Warung");
    const order = await aFinishedOrder(db, asSeller(seller), product);
    const [till, earnings] = [account.warungCash(order.warung.id), account.warungEarnings(order.warung.id)];
    const held = await balanceOf(db, till);
    const owed = -(await balanceOf(db, earnings));
    expect(owed).toBeGreaterThan(0);
    await drawNext();
    const last = (await settlementsOf(db, earnings)).at(-1)!;
    expect(last).toMatchObject({ status: "cleared", amount: 0, offset_cash: last.earned });
    expect(await balanceOf(db, till)).toBe(held - owed);
    expect(await balanceOf(db, earnings)).toBe(0);
  });

  it("transfers what a warung is owed beyond what it holds", async () => {
    const { seller, product } = await aShop("Dapur Setor");
    const order = await aFinishedOrder(db, asSeller(seller), product);
    const [till, earnings] = [account.warungCash(order.warung.id), account.warungEarnings(order.warung.id)];
    // all of it but Rp1.000 was handed in
    const held = await balanceOf(db, till);
    await db.transaction().execute(async (tx) => {
      await insertPosting(tx, { key: `uji-setor:${order.code}`, kind: "hand_in" }, [
        { account: account.officeCash("18.71"), amount: held - 1_000 },
        { account: till, amount: 1_000 - held },
      ]);
    });
    const owed = -(await balanceOf(db, earnings));
    await drawNext();
    const last = (await settlementsOf(db, earnings)).at(-1)!;
    expect(last).toMatchObject({ status: "drawn_up", offset_cash: 1_000, amount: owed - 1_000 });
    expect(await balanceOf(db, till)).toBe(0);
  });
});

describe("what a warung holds for buyers", () => {
  it("is not counted as its pay: QRIS money of open orders stays aside", async () => {
    await db
      .updateTable("warung")
      .set({ qris_payload: "0".repeat(60), qris_name: "WARUNG UJI" })
      .where("id", "in", [market.budi.id, market.ani.id, market.dedi.id])
      .execute();
    const { seller, product } = await aShop("Dapur Qris");
    const basket = [
      { item: { variantId: product.variantId }, quantity: 1 },
      { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 1 },
    ];
    const sold = await aPlacedOrder(db, basket, { paymentMethod: "qris" });
    const { warung, operator } = await walk(db, market, sold, "out_for_delivery", [seller]);
    const pay = async (order: { id: number; code: string }) => {
      const { total } = await db
        .selectFrom("order")
        .select("total")
        .where("id", "=", order.id)
        .executeTakeFirstOrThrow();
      await db.transaction().execute((tx) =>
        receivePayment(tx, {
          key: `uji:${order.code}`,
          orderId: order.id,
          amount: total,
          from: { method: "qris", warungId: warung.id },
          confirmedBy: "uji",
        }),
      );
      return total;
    };
    const total = await pay(sold);
    await deliverOrder(operator, db, { code: sold.code, pin: sold.pin });
    await completeOrder(db, sold.id);
    const open = await aPlacedOrder(db, basket, { paymentMethod: "qris" });
    await db.updateTable("order").set({ chosen_warung_id: warung.id }).where("id", "=", open.id).execute();
    await walk(db, market, open, "accepted");
    const prepaid = await pay(open);
    // what it held for others was handed in, but for the open order's
    await db.transaction().execute((tx) =>
      insertPosting(tx, { key: `uji-setor:${sold.code}`, kind: "cash_handed_in" }, [
        { account: account.bank, amount: total },
        { account: account.warungQris(warung.id), amount: -total },
      ]),
    );
    const till = await balanceOf(db, account.warungCash(warung.id));
    await drawNext();
    const last = (await settlementsOf(db, account.warungEarnings(warung.id))).at(-1)!;
    expect(till).toBe(0);
    expect(last.amount).toBe(last.earned + last.carried_in);
    expect(await balanceOf(db, account.warungQris(warung.id))).toBe(prepaid);
  });
});

describe("a batch for the bank", () => {
  it("calls out accounts that are missing or not looked at, and takes the others", async () => {
    const { seller: without, product: chips } = await aShop("Tanpa Rekening");
    const { seller: unseen, product: cakes } = await aShop("Belum Diperiksa");
    await aFinishedOrder(db, asSeller(without), chips);
    await aFinishedOrder(db, asSeller(unseen), cakes);
    await giveAccount(db, unseen, "9876543210");
    await drawNext();
    const before = await findOpenSettlements(db, province);
    const troubleOf = (name: string) => before.troubled.find(({ payee }) => payee === name)?.trouble;
    expect(troubleOf("Tanpa Rekening")).toBe("missing");
    expect(troubleOf("Belum Diperiksa")).toBe("unconfirmed");
    const code = before.troubled.find(({ payee }) => payee === "Belum Diperiksa")!.code;
    await confirmAccount(province, db, { settlement: code });
    await expect(confirmAccount(province, db, { settlement: code })).rejects.toThrow(StaleRecord);

    const batch = await drawBatch(province, db, { formKey: randomUUID() });
    const { payouts } = await findBatch(db, province, { code: batch, page: 1 });
    expect(payouts).toMatchObject([
      { payee: "Belum Diperiksa", amount: 36_000, status: "sent", bank_account_last4: "3210" },
    ]);
    const pieces: Buffer[] = [];
    for await (const piece of (await exportBankFile(province, db, { code: batch })).bytes) pieces.push(piece);
    expect(Buffer.concat(pieces).toString().split("\r\n")).toEqual([
      "\ufeffkode_bank,nomor_rekening,nama_penerima,jumlah,berita",
      `121,9876543210,Belum Diperiksa,36000,${code}`,
      `JUMLAH,1,${batch},36000,`,
      "",
    ]);
    const audit = await db
      .selectFrom("audit_log")
      .select("action")
      .where("thing", "=", "settlement")
      .where("thing_key", "=", batch)
      .orderBy("id")
      .execute();
    expect(audit.map(({ action }) => action)).toEqual(["settlement.batch", "settlement.file"]);
    await recordPaid(province, db, { batch });
  });

  it("is paid, comes back, and is paid again to another account; the ledger follows", async () => {
    const { seller, product, due } = await aShop("Dapur Pantul");
    await giveAccount(db, seller);
    await aFinishedOrder(db, asSeller(seller), product);
    await drawNext();
    await confirmAll(db, province);
    const bank = await balanceOf(db, account.bank);
    const batch = await drawBatch(province, db, { formKey: randomUUID() });
    const settlement = (await settlementsOf(db, due))[0]!.code;
    await recordPaid(province, db, { batch, settlement });
    expect([await balanceOf(db, due), await balanceOf(db, account.bank)]).toEqual([0, bank - 36_000]);
    await expect(recordPaid(province, db, { batch, settlement })).rejects.toThrow(StaleRecord);

    await recordBounced(province, db, { batch, settlement, reason: "rekening ditutup" });
    expect([await balanceOf(db, due), await balanceOf(db, account.bank)]).toEqual([-36_000, bank]);
    // the account has to be looked at before it goes again
    await expect(drawBatch(province, db, { formKey: randomUUID() })).rejects.toThrow(BadInput);
    await giveAccount(db, seller, "5555500000");
    await confirmAll(db, province);
    const again = await drawBatch(province, db, { formKey: randomUUID() });
    await recordPaid(province, db, { batch: again });
    expect([await balanceOf(db, due), await balanceOf(db, account.bank)]).toEqual([0, bank - 36_000]);
    const { settlement: shown } = await findStatement(db, seller.seller, { as: "seller", code: settlement });
    expect(shown).toMatchObject({ status: "paid", bank_account_last4: "0000" });
    expect((await findBatch(db, province, { code: batch, page: 1 })).payouts).toMatchObject([
      { status: "bounced", bounced_reason: "rekening ditutup" },
    ]);
  });

  it("that comes back before it counted as paid books nothing", async () => {
    const { seller, product, due } = await aShop("Dapur Gagal");
    await giveAccount(db, seller);
    await aFinishedOrder(db, asSeller(seller), product);
    await drawNext();
    await confirmAll(db, province);
    const batch = await drawBatch(province, db, { formKey: randomUUID() });
    const settlement = (await settlementsOf(db, due))[0]!.code;
    await recordBounced(province, db, { batch, settlement, reason: "nama tidak cocok" });
    expect(await balanceOf(db, due)).toBe(-36_000);
    expect(await settlementsOf(db, due)).toMatchObject([{ status: "bounced" }]);
    const { rows } = await findLedgerOf(settlement);
    expect(rows).toEqual([]);
  });

  it("tells each payee once of what came of it", async () => {
    const { seller, product, due } = await aShop("Dapur Kabar");
    await giveAccount(db, seller);
    await aFinishedOrder(db, asSeller(seller), product);
    await drawNext();
    await confirmAll(db, province);
    const batch = await drawBatch(province, db, { formKey: randomUUID() });
    const settlement = (await settlementsOf(db, due))[0]!.code;
    const { id } = await findBatch(db, province, { code: batch, page: 1 });
    await recordPaid(province, db, { batch });
    await tellPayees(db, id);
    await tellPayees(db, id);
    await recordBounced(province, db, { batch, settlement, reason: "rekening ditutup" });
    await tellPayees(db, id);
    const told = await db
      .selectFrom("message")
      .select(["subject", "body"])
      .where("kind", "=", "settlement")
      .where("body", "like", `%Rp36.000%`)
      .where("recipient_name", "=", "Dapur Kabar")
      .orderBy("id")
      .execute();
    expect(told.map(({ subject }) => subject)).toEqual(["Uang ditransfer", "Transfer dikembalikan bank"]);
    expect(told[1]!.body).toContain("rekening ditutup");
    expect(told.some(({ body }) => body.includes("1234567890"))).toBe(false);
  });
});

async function findLedgerOf(settlement: string) {
  const rows = await db
    .selectFrom("settlement_posting as m")
    .innerJoin("settlement as s", "s.id", "m.settlement_id")
    .select("m.posting_id")
    .where("s.code", "=", settlement)
    .execute();
  return { rows };
}

describe("who may", () => {
  it("only the province draws batches, and nobody sees another's settlement", async () => {
    const { seller, product, due } = await aShop("Dapur Rahasia");
    const { seller: other } = await aShop("Dapur Lain");
    await aFinishedOrder(db, asSeller(seller), product);
    await drawNext();
    const code = (await settlementsOf(db, due)).at(-1)!.code;
    for (const who of [market.officer, seller.seller, market.budi.operator]) {
      await expect(drawBatch(who, db, { formKey: randomUUID() })).rejects.toThrow(NotAllowed);
      await expect(findOpenSettlements(db, who)).rejects.toThrow(NotAllowed);
      await expect(confirmAccount(who, db, { settlement: code })).rejects.toThrow(NotAllowed);
    }
    await expect(findStatement(db, other.seller, { as: "seller", code })).rejects.toThrow(NotFound);
    await expect(findStatement(db, market.budi.operator, { as: "operator", code })).rejects.toThrow(NotFound);
    const { lines } = await findStatement(db, seller.seller, { as: "seller", code });
    expect(lines).toMatchObject([{ kind: "sale", goods: 36_000, firstLeg: 0, deducted: 0, amount: 36_000 }]);
    expect(lines[0]!.completedAt).toBeInstanceOf(Date);
  });

  it("a warung's account is its owner's matter, and a changed one is told and looked at anew", async () => {
    const owner = market.ani.operator;
    if (owner.kind !== "person") throw new Error("no person");
    const staff: Actor = {
      ...owner,
      memberships: owner.memberships.map((one) =>
        one.role === "operator" ? { ...one, isStaff: true } : one,
      ),
    };
    const given = { as: "operator", bank: "008", accountNumber: "1112223334", holder: "Bu Ani" } as const;
    await expect(changeAccount(staff, db, given)).rejects.toThrow(NotAllowed);
    await expect(changeAccount(owner, db, { ...given, accountNumber: null })).rejects.toThrow(BadInput);
    await expect(changeAccount(owner, db, { ...given, bank: "999" })).rejects.toThrow(BadInput);
    await changeAccount(owner, db, given);
    const row = () =>
      db.selectFrom("warung").selectAll().where("id", "=", market.ani.id).executeTakeFirstOrThrow();
    expect(await row()).toMatchObject({ bank_account_last4: "3334", bank_account_confirmed_at: null });
    expect((await row()).bank_account_sealed!.includes("1112223334")).toBe(false);
    await db
      .updateTable("warung")
      .set({ bank_account_confirmed_at: new Date() })
      .where("id", "=", market.ani.id)
      .execute();
    await changeAccount(owner, db, { ...given, accountNumber: null, holder: "Ani Lestari" });
    expect(await row()).toMatchObject({ bank_account_last4: "3334", bank_account_confirmed_at: null });
  });
});
