import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { answerComplaint } from "#app/domain/complaints/answer-complaint.server.ts";
import { confirmRemedy } from "#app/domain/complaints/confirm-remedy.server.ts";
import { handOverRemedy } from "#app/domain/complaints/hand-over-remedy.server.ts";
import { account } from "#app/domain/ledger/accounts.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { confirmQris } from "#app/domain/payments/qris/confirm-qris.server.ts";
import { answerRefund } from "#app/domain/payments/refunds/answer-refund.server.ts";
import { attestSurplus } from "#app/domain/payments/refunds/attest-surplus.server.ts";
import {
  findBuyerRefunds,
  findOwnRefunds,
  findStuckRefunds,
} from "#app/domain/payments/refunds/find-refund-tasks.server.ts";
import { handBackCash } from "#app/domain/payments/refunds/hand-back-cash.server.ts";
import { sendRefund } from "#app/domain/payments/refunds/send-refund.server.ts";
import { sweepRefunds } from "#app/domain/payments/refunds/sweep-refunds.server.ts";
import { viewRefundProof } from "#app/domain/payments/refunds/view-refund-proof.server.ts";
import { NotAllowed, NotFound, StaleRecord, WrongPin } from "#app/lib/errors.ts";
import { aComplaint } from "#tests/factories/complaint.ts";
import { aMarket, aProduct, type Market, type TestProduct } from "#tests/factories/market.ts";
import { aPlacedOrder, walk } from "#tests/factories/order.ts";
import { withQris } from "#tests/factories/qris.ts";
import { lineOf } from "#tests/factories/shortage.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { testDatabase } from "#tests/support/database.ts";
import { aPhonePhoto } from "#tests/support/photos.ts";

const { db } = await testDatabase();
let market: Market;
let chips: TestProduct;

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { price: 40_000, stock: 500 });
  await withQris(db, market.budi);
});

/** An order that was paid by QRIS and cancelled: its buyer is to get all of it back. */
async function aRefund() {
  const order = await aPlacedOrder(db, [{ item: { variantId: chips.variantId }, quantity: 1 }], {
    paymentMethod: "qris",
  });
  const { operator } = await walk(db, market, order, "accepted", [market.siti]);
  const { total } = await db
    .selectFrom("order")
    .select("total")
    .where("id", "=", order.id)
    .executeTakeFirstOrThrow();
  await confirmQris(operator, db, { code: order.code, amount: total, seen: 0, isMore: false });
  await cancelOrder(guest, db, {
    code: order.code,
    reason: "Tidak jadi",
    by: { as: "buyer", secret: order.secret },
  });
  const [refund] = await findBuyerRefunds(db, order.id);
  const answer = (hasIt: boolean, secret: string | undefined = order.secret) =>
    answerRefund(guest, db, { orderCode: order.code, id: refund!.id, secret, hasIt });
  return { ...order, total, operator, refund: refund!, answer };
}

type Refunded = Awaited<ReturnType<typeof aRefund>>;

const stateOf = (order: Refunded) =>
  db
    .selectFrom("refund")
    .select(["status", "method", "confirmed_by"])
    .where("id", "=", order.refund.id)
    .executeTakeFirstOrThrow();
const transfer = async (order: Refunded) =>
  sendRefund(order.operator, db, { id: order.refund.id, photo: await aPhonePhoto(0.1) });
const ownIds = async () => (await findOwnRefunds(db, market.budi.operator)).map(({ id }) => id);
async function balanceOf(name: string): Promise<number> {
  const { amount } = await db
    .selectFrom("ledger_entry")
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>("amount"), eb.lit(0)).as("amount"))
    .where("account", "=", name)
    .executeTakeFirstOrThrow();
  return Number(amount);
}
/** As if it had happened so many days earlier. */
const age = (order: Refunded, days: number) =>
  sql`update refund set created_at = created_at - make_interval(days => ${days}),
        sent_at = sent_at - make_interval(days => ${days}) where id = ${order.refund.id}`.execute(db);

describe("money that goes back to a buyer", () => {
  it("is a task of the warung that has it, with the buyer and a deadline", async () => {
    const order = await aRefund();
    const task = (await findOwnRefunds(db, market.budi.operator)).find(({ id }) => id === order.refund.id)!;
    expect(task).toMatchObject({
      amount: order.total,
      status: "due",
      method: "qris",
      kind: "surplus",
      complaint: null,
      order_code: order.code,
      buyer_name: "Rina Yulianti",
      isLate: false,
    });
    expect(task.dueAt.getTime()).toBeGreaterThan(Date.now());
    expect(await findOwnRefunds(db, market.ani.operator)).toEqual([]);
  });

  it("is transferred with a proof, once, and the buyer says that it came", async () => {
    const order = await aRefund();
    const qris = await balanceOf(account.warungQris(market.budi.id));
    await Promise.all([transfer(order), transfer(order)]);
    expect(await stateOf(order)).toMatchObject({ status: "sent" });
    const { id } = order.refund;
    expect((await viewRefundProof(order.operator, db, { id, as: "operator" })).length).toBeGreaterThan(100);
    expect((await viewRefundProof(market.officer, db, { id, as: "officer" })).length).toBeGreaterThan(100);
    const asBuyer = { id, as: "buyer", orderCode: order.code } as const;
    expect((await viewRefundProof(guest, db, { ...asBuyer, secret: order.secret })).length).toBeGreaterThan(
      100,
    );
    await expect(viewRefundProof(guest, db, { ...asBuyer, secret: "lain" })).rejects.toThrow(NotFound);
    await expect(viewRefundProof(market.ani.operator, db, { id, as: "operator" })).rejects.toThrow(NotFound);
    await expect(viewRefundProof(market.foreignOfficer, db, { id, as: "officer" })).rejects.toThrow(
      NotAllowed,
    );
    await expect(order.answer(true, "lain")).rejects.toThrow(NotFound);
    await Promise.all([order.answer(true), order.answer(true)]);
    expect(await stateOf(order)).toEqual({ status: "paid_back", method: "qris", confirmed_by: "buyer" });
    expect(await balanceOf(account.warungQris(market.budi.id))).toBe(qris - order.total);
    expect(await balanceOf(account.toReturn(order.id))).toBe(0);
    expect(await findBreaches(db)).toEqual([]);
  });

  it("that never came is due again, and officers see it with the warung's proof", async () => {
    const order = await aRefund();
    await transfer(order);
    await order.answer(false);
    expect(await stateOf(order)).toMatchObject({ status: "due" });
    const stuck = await findStuckRefunds(db, market.officer);
    expect(stuck.find(({ id }) => id === order.refund.id)).toMatchObject({ has_proof: true, isLate: false });
    expect(await findStuckRefunds(db, market.foreignOfficer)).toEqual([]);
    await expect(
      attestSurplus(market.foreignOfficer, db, { id: order.refund.id, reason: "sudah saya lihat" }),
    ).rejects.toThrow(NotAllowed);
    await attestSurplus(market.officer, db, { id: order.refund.id, reason: "pembeli mengaku menerimanya" });
    expect(await stateOf(order)).toMatchObject({ status: "paid_back", confirmed_by: "officer" });
    await expect(
      attestSurplus(market.officer, db, { id: order.refund.id, reason: "sekali lagi" }),
    ).rejects.toThrow(StaleRecord);
    expect(await findBreaches(db)).toEqual([]);
  });

  it("may be handed over in cash against its own PIN, and then comes out of the till", async () => {
    const order = await aRefund();
    const { id, pin } = order.refund;
    const [cash, qris] = [account.warungCash(market.budi.id), account.warungQris(market.budi.id)];
    const before = [await balanceOf(cash), await balanceOf(qris)];
    const wrong = pin === "0000" ? "1111" : "0000";
    await expect(handBackCash(order.operator, db, { id, pin: wrong })).rejects.toThrow(WrongPin);
    await expect(handBackCash(market.ani.operator, db, { id, pin })).rejects.toThrow(NotFound);
    await Promise.all([
      handBackCash(order.operator, db, { id, pin }),
      handBackCash(order.operator, db, { id, pin }),
    ]);
    expect(await stateOf(order)).toEqual({ status: "paid_back", method: "cash", confirmed_by: "operator" });
    expect([await balanceOf(cash), await balanceOf(qris)]).toEqual([before[0]! - order.total, before[1]!]);
    expect(await ownIds()).not.toContain(id);
    expect(await findBreaches(db)).toEqual([]);
  });

  it("is not guessed: after five wrong PINs only buyer or officer end it", async () => {
    const order = await aRefund();
    const { id, pin } = order.refund;
    const wrong = pin === "0000" ? "1111" : "0000";
    for (let left = 4; left >= 0; left--)
      await expect(handBackCash(order.operator, db, { id, pin: wrong })).rejects.toMatchObject({
        triesLeft: left,
      });
    await expect(handBackCash(order.operator, db, { id, pin })).rejects.toMatchObject({ triesLeft: 0 });
    await order.answer(true);
    expect(await stateOf(order)).toMatchObject({ status: "paid_back", confirmed_by: "buyer" });
  });

  it("confirmed, disputed and handed over at the same time goes back once", async () => {
    for (let round = 0; round < 4; round++) {
      const order = await aRefund();
      await transfer(order);
      await Promise.allSettled([
        order.answer(true),
        order.answer(false),
        handBackCash(order.operator, db, { id: order.refund.id, pin: order.refund.pin }),
      ]);
      expect(await stateOf(order)).toMatchObject({ status: "paid_back" });
      expect(await balanceOf(account.toReturn(order.id))).toBe(0);
    }
    expect(await findBreaches(db)).toEqual([]);
  });

  it("is settled by silence after two working days, and told to officers once when it is late", async () => {
    const [silent, late, fresh] = [await aRefund(), await aRefund(), await aRefund()];
    await transfer(silent);
    await transfer(fresh);
    await age(silent, 10);
    await age(late, 10);
    const told = () =>
      db.selectFrom("message").select("body").where("subject", "=", "Uang kembali yang terlambat").execute();
    await Promise.all([sweepRefunds(db), sweepRefunds(db)]);
    await sweepRefunds(db);
    expect(await stateOf(silent)).toMatchObject({ status: "paid_back", confirmed_by: "operator" });
    expect(await stateOf(fresh)).toMatchObject({ status: "sent" });
    expect(await stateOf(late)).toMatchObject({ status: "due" });
    const bodies = (await told()).map(({ body }) => body);
    expect(bodies.filter((body) => body.includes(late.code)).length).toBe(1);
    expect(bodies.filter((body) => body.includes(fresh.code))).toEqual([]);
    expect((await findStuckRefunds(db, market.officer)).find(({ id }) => id === late.refund.id)?.isLate).toBe(
      true,
    );
    expect(await findBreaches(db)).toEqual([]);
  });
});

describe("money that goes back for a complaint", () => {
  /** Two broken bags of an order that was paid by QRIS: the seller agreed to give the money back. */
  async function aComplaintRefund() {
    const order = await aPlacedOrder(db, [{ item: { variantId: chips.variantId }, quantity: 3 }], {
      paymentMethod: "qris",
    });
    const { warung, operator } = await walk(db, market, order, "out_for_delivery", [market.siti]);
    const { total } = await db
      .selectFrom("order")
      .select("total")
      .where("id", "=", order.id)
      .executeTakeFirstOrThrow();
    await confirmQris(operator, db, { code: order.code, amount: total, seen: 0, isMore: false });
    await deliverOrder(operator, db, { code: order.code, pin: order.pin });
    const { id: goods } = await lineOf(db, order, chips);
    const code = await aComplaint(db, { ...order, warung, goods, rice: 0 });
    await answerComplaint(market.siti.seller, db, { code, as: "seller", answer: "refund", text: "" });
    const task = (await findOwnRefunds(db, operator)).find(({ complaint }) => complaint === code)!;
    return { ...order, operator, complaint: code, task };
  }

  const refundOf = (id: number) =>
    db
      .selectFrom("refund")
      .select(["status", "method", "confirmed_by"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
  const complaintStatus = async (code: string) =>
    (await db.selectFrom("complaint").select("status").where("code", "=", code).executeTakeFirstOrThrow())
      .status;

  it("is the same kind of task: transferred with a proof, it ends when the buyer says that it came", async () => {
    const order = await aComplaintRefund();
    expect(order.task).toMatchObject({ kind: "complaint", method: "qris", amount: 80_000 });
    await sendRefund(order.operator, db, { id: order.task.id, photo: await aPhonePhoto(0.1) });
    expect(await refundOf(order.task.id)).toMatchObject({ status: "sent" });
    expect(await complaintStatus(order.complaint)).toBe("refund_due");
    await confirmRemedy(guest, db, { orderCode: order.code, code: order.complaint, secret: order.secret });
    expect(await refundOf(order.task.id)).toEqual({
      status: "paid_back",
      method: "qris",
      confirmed_by: "buyer",
    });
    expect(await complaintStatus(order.complaint)).toBe("done");
    expect(await findBreaches(db)).toEqual([]);
  });

  it("is cash out of the till when it is handed over against the complaint's PIN", async () => {
    const order = await aComplaintRefund();
    const till = await balanceOf(account.warungCash(market.budi.id));
    const { pin } = await db
      .selectFrom("complaint")
      .select("pin")
      .where("code", "=", order.complaint)
      .executeTakeFirstOrThrow();
    await expect(handBackCash(order.operator, db, { id: order.task.id, pin: order.pin })).rejects.toThrow();
    await handOverRemedy(order.operator, db, { code: order.complaint, pin: pin!, goodsReturned: true });
    expect(await refundOf(order.task.id)).toEqual({
      status: "paid_back",
      method: "cash",
      confirmed_by: "operator",
    });
    expect(await balanceOf(account.warungCash(market.budi.id))).toBe(till - 80_000);
    expect(await findBreaches(db)).toEqual([]);
  });
});
