import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { account } from "#app/domain/ledger/accounts.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { findBoard } from "#app/domain/orders/find-board.server.ts";
import { bankCash } from "#app/domain/payments/hand-in/bank-cash.server.ts";
import { confirmHandIn } from "#app/domain/payments/hand-in/confirm-hand-in.server.ts";
import { findOfficeMoney, findOwnMoney } from "#app/domain/payments/hand-in/find-held-money.server.ts";
import { heldTooLong } from "#app/domain/payments/hand-in/held-limit.ts";
import { rejectHandIn } from "#app/domain/payments/hand-in/reject-hand-in.server.ts";
import { remindHeldMoney } from "#app/domain/payments/hand-in/remind-held-money.server.ts";
import { type HandInForm, sendHandIn } from "#app/domain/payments/hand-in/send-hand-in.server.ts";
import { splitHandIn } from "#app/domain/payments/hand-in/split-hand-in.ts";
import { viewHandInProof } from "#app/domain/payments/hand-in/view-proof.server.ts";
import { withdrawHandIn } from "#app/domain/payments/hand-in/withdraw-hand-in.server.ts";
import { confirmQris } from "#app/domain/payments/qris/confirm-qris.server.ts";
import { findDayCash } from "#app/domain/reports/find-day-cash.server.ts";
import { findHeldDays } from "#app/domain/reports/find-held-days.server.ts";
import { heldDaysSheet } from "#app/domain/reports/held-sheets.ts";
import { reportDay, reportMonth } from "#app/domain/reports/report-day.ts";
import { midnightWib } from "#app/lib/clock.ts";
import { BadInput, NotAllowed, NotFound, StaleRecord } from "#app/lib/errors.ts";
import {
  aMarket,
  anOfficer,
  aProduct,
  type Market,
  REGENCY,
  type TestProduct,
} from "#tests/factories/market.ts";
import { aPlacedOrder, walk } from "#tests/factories/order.ts";
import { withQris } from "#tests/factories/qris.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { testDatabase } from "#tests/support/database.ts";
import { aPhonePhoto } from "#tests/support/photos.ts";

const { db } = await testDatabase();
let market: Market;
let chips: TestProduct;

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { price: 100_000, stock: 500 });
  await withQris(db, market.budi);
});

/** One bag of chips and one of rice, delivered by Pak Budi and paid in cash or by QRIS. */
async function aSale(method: "cash" | "qris" = "cash", bags = 1) {
  const order = await aPlacedOrder(
    db,
    [
      { item: { variantId: chips.variantId }, quantity: bags },
      { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 1 },
    ],
    { paymentMethod: method },
  );
  const { operator } = await walk(db, market, order, "out_for_delivery", [market.siti]);
  const row = await db.selectFrom("order").selectAll().where("id", "=", order.id).executeTakeFirstOrThrow();
  const deliver = () => deliverOrder(operator, db, { code: order.code, pin: order.pin });
  if (method === "qris")
    await confirmQris(operator, db, { code: order.code, amount: row.total, seen: 0, isMore: false });
  else await deliver();
  // what of it is the seller's
  return { ...order, total: row.total, sellers: bags * 100_000 + row.first_leg_fee, deliver };
}

const own = async () => (await findOwnMoney(db, market.budi.operator)).held;
const form = (changes: Partial<HandInForm> = {}): HandInForm => ({
  formKey: randomUUID(),
  way: "cashier",
  amount: 50_000,
  note: null,
  photo: undefined,
  ...changes,
});
const send = (changes: Partial<HandInForm> = {}) => sendHandIn(market.budi.operator, db, form(changes));
const confirm = (code: string, counted: number, officer = market.officer) =>
  confirmHandIn(officer, db, { code, counted });

async function balanceOf(name: string): Promise<number> {
  const { amount } = await db
    .selectFrom("ledger_entry")
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>("amount"), eb.lit(0)).as("amount"))
    .where("account", "=", name)
    .executeTakeFirstOrThrow();
  return Number(amount);
}

const messages = async (subject: string) =>
  (
    await db
      .selectFrom("message")
      .select("body")
      .where("subject", "like", `${subject}%`)
      .orderBy("id")
      .execute()
  ).map(({ body }) => body);

describe("what a warung holds", () => {
  it("is nothing before its first sale", async () => {
    expect(await own()).toMatchObject({
      cash: 0,
      qris: 0,
      earned: 0,
      due: 0,
      for_buyers: 0,
      since: null,
      late: null,
    });
  });

  it("is the cash it took; the seller's part of it is to be handed in, its own is not", async () => {
    const sale = await aSale();
    expect(await own()).toMatchObject({
      cash: sale.total,
      qris: 0,
      earned: sale.total - sale.sellers,
      due: sale.sellers,
      for_buyers: 0,
      platform: 0,
    });
    expect((await own()).since).not.toBeNull();
  });

  it("counts what came to its QRIS alike, once the goods are handed over; until then it is the buyer's", async () => {
    const before = await own();
    const sale = await aSale("qris");
    expect(await own()).toMatchObject({
      qris: before.qris + sale.total,
      due: before.due,
      for_buyers: before.for_buyers + sale.total,
    });
    await sale.deliver();
    expect(await own()).toMatchObject({
      cash: before.cash,
      qris: before.qris + sale.total,
      due: before.due + sale.sellers,
      for_buyers: before.for_buyers,
    });
  });

  it("is shown to its own officers and the province, warung by warung", async () => {
    const mine = (await findOfficeMoney(db, market.officer)).held;
    expect(mine.map(({ warung }) => warung)).toEqual([market.budi.name]);
    const province = await anOfficer(db, "Bu Dewi", null);
    expect((await findOfficeMoney(db, province)).held.length).toBe(1);
    expect((await findOfficeMoney(db, market.foreignOfficer)).held).toEqual([]);
    await expect(findOfficeMoney(db, market.budi.operator)).rejects.toThrow(NotAllowed);
  });
});

describe("a hand-in", () => {
  it("is written once for a form sent twice, and booked only when it is counted", async () => {
    const before = await own();
    const formKey = randomUUID();
    const [one, two] = await Promise.all([send({ formKey }), send({ formKey })]);
    expect(one).toBe(two);
    expect(await own()).toMatchObject({ cash: before.cash, due: before.due, on_the_way: 50_000 });
    await confirm(one, 50_000);
    expect(await own()).toMatchObject({
      cash: before.cash - 50_000,
      due: before.due - 50_000,
      on_the_way: 0,
    });
    expect(await balanceOf(account.officeCash(REGENCY))).toBe(50_000);
    expect(await findBreaches(db)).toEqual([]);
  });

  it("counted at once by two officers is booked once; one who counted otherwise hears of it", async () => {
    const second = await anOfficer(db, "Pak Rudi", REGENCY);
    const code = await send({ amount: 30_000 });
    const before = await balanceOf(account.officeCash(REGENCY));
    await Promise.all([confirm(code, 30_000), confirm(code, 30_000, second), confirm(code, 30_000)]);
    expect(await balanceOf(account.officeCash(REGENCY))).toBe(before + 30_000);
    await expect(confirm(code, 29_000, second)).rejects.toThrow(StaleRecord);
    const other = await send({ amount: 10_000 });
    const both = await Promise.allSettled([
      confirm(other, 10_000),
      rejectHandIn(second, db, { code: other, reason: "tidak ada" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await findBreaches(db)).toEqual([]);
  });

  it("that was counted short or over is booked as counted; the rest stays with the warung", async () => {
    const before = await own();
    await confirm(await send({ amount: 20_000 }), 19_500);
    expect(await own()).toMatchObject({ cash: before.cash - 19_500, due: before.due - 19_500 });
    expect((await messages("Setoran ST-")).at(-1)).toMatch(/Rp500 kurang, dan tetap tercatat di tangan Anda/);
    await confirm(await send({ amount: 1_000 }), 1_500);
    expect(await own()).toMatchObject({ cash: before.cash - 21_000, due: before.due - 21_000 });
    expect((await messages("Setoran ST-")).at(-1)).toMatch(/Rp500 lebih/);
    expect(await findBreaches(db)).toEqual([]);
  });

  it("by transfer needs its proof, which its own people and officers see, and comes out of the QRIS account", async () => {
    await expect(send({ way: "transfer" })).rejects.toMatchObject({ fields: { foto: /bukti/ } });
    const before = await own();
    const code = await send({ way: "transfer", amount: 40_000, photo: await aPhonePhoto(0.2) });
    expect(
      (await viewHandInProof(market.budi.operator, db, { code, as: "operator" })).length,
    ).toBeGreaterThan(100);
    expect((await viewHandInProof(market.officer, db, { code, as: "officer" })).length).toBeGreaterThan(100);
    await expect(viewHandInProof(market.ani.operator, db, { code, as: "operator" })).rejects.toThrow(
      NotFound,
    );
    await expect(viewHandInProof(market.foreignOfficer, db, { code, as: "officer" })).rejects.toThrow(
      NotAllowed,
    );
    await confirm(code, 40_000);
    expect(await own()).toMatchObject({ cash: before.cash, qris: before.qris - 40_000 });
    expect(await balanceOf(account.bank)).toBe(40_000);
  });

  it("of more than the warung holds is refused", async () => {
    const { cash, qris } = await own();
    await expect(send({ amount: cash + qris + 1 })).rejects.toThrow(BadInput);
    const code = await send({ amount: cash + qris });
    await expect(send({ amount: 1 })).rejects.toThrow(BadInput);
    await withdrawHandIn(market.budi.operator, db, { code });
    await expect(confirm(code, 1_000)).rejects.toThrow(StaleRecord);
    await expect(withdrawHandIn(market.ani.operator, db, { code })).rejects.toThrow(NotFound);
  });

  it("that is rejected books nothing, and the warung reads why", async () => {
    const before = await own();
    const code = await send({ amount: 5_000 });
    await expect(rejectHandIn(market.foreignOfficer, db, { code, reason: "bukan kami" })).rejects.toThrow(
      NotAllowed,
    );
    await rejectHandIn(market.officer, db, { code, reason: "uangnya tidak sampai" });
    expect(await own()).toMatchObject({ cash: before.cash, due: before.due, on_the_way: 0 });
    expect((await messages(`Setoran ${code}`))[0]).toMatch(/ditolak petugas: uangnya tidak sampai/);
  });

  it("is banked by its office, never more than there is, once", async () => {
    const there = await balanceOf(account.officeCash(REGENCY));
    const bank = await balanceOf(account.bank);
    const deposit = { formKey: randomUUID(), regencyCode: REGENCY, amount: 60_000, note: null };
    await expect(bankCash(market.officer, db, { ...deposit, amount: there + 1 })).rejects.toThrow(BadInput);
    await expect(bankCash(market.foreignOfficer, db, deposit)).rejects.toThrow(NotAllowed);
    await Promise.all([bankCash(market.officer, db, deposit), bankCash(market.officer, db, deposit)]);
    expect(await balanceOf(account.officeCash(REGENCY))).toBe(there - 60_000);
    expect(await balanceOf(account.bank)).toBe(bank + 60_000);
    const rest = { ...deposit, amount: there - 60_000 };
    const both = await Promise.allSettled([
      bankCash(market.officer, db, { ...rest, formKey: randomUUID() }),
      bankCash(market.officer, db, { ...rest, formKey: randomUUID() }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await findBreaches(db)).toEqual([]);
  });
});

describe("what is held too long", () => {
  const limit = { days: 3, most: 2_000_000 };
  // a Wednesday, and the Friday of that week is a holiday
  const since = midnightWib("2026-11-25");
  const holiday = new Map([["2026-11-27", "Libur"]]);
  const judge = (due: number, day: string, on_the_way = 0) =>
    heldTooLong({ due, on_the_way, since }, limit, holiday, midnightWib(day));

  it("is so after three working days, whole ones, holidays left out", () => {
    expect(judge(50_000, "2026-12-01")).toBeNull();
    expect(judge(50_000, "2026-12-02")).toBe("age");
    expect(
      heldTooLong({ due: 50_000, on_the_way: 0, since }, limit, new Map(), midnightWib("2026-12-01")),
    ).toBe("age");
  });

  it("is so at once for too much, and never for what is on its way, or for a trifle", () => {
    expect(judge(2_000_001, "2026-11-25")).toBe("amount");
    expect(judge(2_000_001, "2026-12-02", 2_000_001)).toBeNull();
    expect(judge(9_999, "2026-12-20")).toBeNull();
  });

  it("is told to the warung and its officers once a day", async () => {
    await remindHeldMoney(db);
    expect(await messages("Uang yang harus disetor")).toEqual([]);
    await aSale("cash", 25);
    expect((await own()).late).toBe("amount");
    await Promise.all([remindHeldMoney(db), remindHeldMoney(db)]);
    await remindHeldMoney(db);
    const [toKeeper, ...more] = await messages("Uang yang harus disetor");
    expect(toKeeper).toMatch(/lebih dari batasnya/);
    expect(more).toEqual([]);
    const officers = await messages("Warung yang belum menyetor");
    expect(officers[0]).toMatch(new RegExp(`1 warung belum menyetor.+${market.budi.name}`));
    // Bu Ratna and Pak Rudi
    expect(officers.length).toBe(2);
  });
});

describe("the days of a warung's money", () => {
  it("add up to what it holds now, and so do the day's cash and the board", async () => {
    const month = reportMonth(null, new Date());
    const { days, sums } = await findHeldDays(db, market.budi.operator, { month });
    const { cash, qris, earned } = await own();
    expect(days.at(-1)!.held).toBe(cash + qris);
    expect(sums.earned).toBe(earned);
    expect(sums.cash_in + sums.qris_in - sums.paid_back - sums.handed_in + sums.other).toBe(cash + qris);
    expect(heldDaysSheet({ days, sums }, month.month).rows.at(-1)?.at(-1)).toBe(cash + qris);
    const { moves, sums: till } = await findDayCash(db, market.budi.operator, {
      day: reportDay(null, new Date()),
    });
    expect(till.cash).toBe(cash);
    expect(moves.map(({ what }) => what)).toContain("Disetor");
    const { warung } = await findBoard(db, market.budi.id);
    expect(warung.cashToday).toBe(cash);
    const sold = await db
      .selectFrom("order")
      .select("id")
      .where("warung_id", "=", market.budi.id)
      .where("status", "=", "delivered")
      .execute();
    expect(warung.deliveredToday).toBe(sold.length);
  });
});

describe("the pockets of a hand-in", () => {
  it("add up to what was counted; the other pocket is touched only when one is empty", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("cashier" as const, "transfer" as const),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: -1000, max: 1_000_000 }),
        fc.integer({ min: 0, max: 1_000_000 }),
        (way, counted, cash, qris) => {
          const taken = splitHandIn(way, counted, { cash, qris });
          expect(taken.cash + taken.qris).toBe(counted);
          expect(taken.qris).toBeGreaterThanOrEqual(0);
          expect(taken.qris).toBeLessThanOrEqual(qris);
          if (way === "cashier" && counted <= cash) expect(taken.qris).toBe(0);
          if (way === "transfer" && counted <= qris) expect(taken.cash).toBe(0);
        },
      ),
    );
  });
});
