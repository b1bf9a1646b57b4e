import { beforeAll, describe, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { agreeAnswer } from "#app/domain/complaints/agree-answer.server.ts";
import { answerComplaint } from "#app/domain/complaints/answer-complaint.server.ts";
import { attestRefund } from "#app/domain/complaints/attest-refund.server.ts";
import { commentComplaint } from "#app/domain/complaints/comment-complaint.server.ts";
import { confirmRemedy } from "#app/domain/complaints/confirm-remedy.server.ts";
import { decideComplaint } from "#app/domain/complaints/decide-complaint.server.ts";
import { disputeAnswer } from "#app/domain/complaints/dispute-answer.server.ts";
import { expireComplaint } from "#app/domain/complaints/expire-complaint.server.ts";
import { findBuyerComplaint } from "#app/domain/complaints/find-buyer-complaint.server.ts";
import { findComplaintCase } from "#app/domain/complaints/find-complaint-case.server.ts";
import { findOfficeComplaints } from "#app/domain/complaints/find-office-complaints.server.ts";
import {
  findSellerComplaint,
  findWarungComplaint,
} from "#app/domain/complaints/find-work-complaint.server.ts";
import { countWorkComplaints } from "#app/domain/complaints/find-work-complaints.server.ts";
import { handOverRemedy } from "#app/domain/complaints/hand-over-remedy.server.ts";
import { openComplaint } from "#app/domain/complaints/open-complaint.server.ts";
import { receiveReplacement } from "#app/domain/complaints/receive-replacement.server.ts";
import { sweepComplaints } from "#app/domain/complaints/sweep-complaints.server.ts";
import { viewComplaintPhoto } from "#app/domain/complaints/view-complaint-photo.server.ts";
import { withdrawComplaint } from "#app/domain/complaints/withdraw-complaint.server.ts";
import { account } from "#app/domain/ledger/accounts.ts";
import { completeOrder } from "#app/domain/orders/complete-order.server.ts";
import { sweepDeadlines } from "#app/domain/orders/sweep-deadlines.server.ts";
import { BadInput, NotAllowed, NotFound, StaleOrder, StaleRecord, WrongPin } from "#app/lib/errors.ts";
import {
  aComplaint,
  aComplaintForm,
  aPhoto,
  aReceivedOrder,
  type Received,
  runOutOfTime,
} from "#tests/factories/complaint.ts";
import { aMarket, aProduct, type Market, REGENCY, type TestProduct } from "#tests/factories/market.ts";
import { aPlacedOrder, statusOf, walk } from "#tests/factories/order.ts";
import { testDatabase } from "#tests/support/database.ts";

const { db } = await testDatabase();
let market: Market;
let chips: TestProduct;

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { price: 18_000, stock: 500 });
});

const asBuyer = (order: Received, code: string) => ({ orderCode: order.code, code, secret: order.secret });

async function complaintOf(code: string) {
  return db.selectFrom("complaint").selectAll().where("code", "=", code).executeTakeFirstOrThrow();
}

async function orderOf(id: number) {
  return db
    .selectFrom("order")
    .select(["status", "next_action", "deadline_at"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

async function stockOf(variantId: number): Promise<number> {
  const row = await db
    .selectFrom("variant")
    .select("stock")
    .where("id", "=", variantId)
    .executeTakeFirstOrThrow();
  return row.stock;
}

async function bookedFor(orderId: number, kind: string) {
  return db
    .selectFrom("ledger_entry")
    .innerJoin("posting", "posting.id", "ledger_entry.posting_id")
    .select(["account", "amount"])
    .where("order_id", "=", orderId)
    .where("kind", "=", kind)
    .orderBy("amount", "desc")
    .execute();
}

async function soldOf(productId: number): Promise<number> {
  const row = await db
    .selectFrom("product")
    .select("sold")
    .where("id", "=", productId)
    .executeTakeFirstOrThrow();
  return row.sold;
}

describe("complaining", () => {
  it("waits for the seller with a deadline, and the order waits for the complaint", async () => {
    const order = await aReceivedOrder(db, market, chips);
    const code = await aComplaint(db, order);
    const complaint = await complaintOf(code);
    expect(complaint).toMatchObject({ status: "open", umkm_id: market.siti.id, pieces: 2 });
    expect(await orderOf(order.id)).toEqual({
      status: "delivered",
      next_action: "Jawab keluhan",
      deadline_at: complaint.deadline_at,
    });
    // neither the job nor the sweep closes the order, even when its time is over
    await runOutOfTime(db, code);
    await db
      .updateTable("order")
      .set({ deadline_at: new Date(0) })
      .where("id", "=", order.id)
      .execute();
    await completeOrder(db, order.id);
    await sweepDeadlines(db);
    expect(await statusOf(db, order.id)).toBe("delivered");
    expect(await countWorkComplaints(db, market.siti.seller, "seller")).toBeGreaterThan(0);
  });

  it("acts once when the form comes twice, also at the same moment, and keeps no photo twice", async () => {
    const order = await aReceivedOrder(db, market, chips);
    const form = await aComplaintForm(order, { photos: [await aPhoto(), await aPhoto()] });
    const send = () => openComplaint(guest, db, { orderCode: order.code, secret: order.secret, form });
    const codes = await Promise.all([send(), send(), send()]);
    expect(new Set([...codes, await send()]).size).toBe(1);
    const rows = await db.selectFrom("complaint").select("id").where("order_id", "=", order.id).execute();
    expect(rows).toHaveLength(1);
    const photos = await db
      .selectFrom("complaint_photo")
      .select("file")
      .where("complaint_id", "=", rows[0]!.id)
      .execute();
    expect(photos).toHaveLength(2);
  });

  it("asks for a photo where one shows it, for pieces that were bought, and takes one complaint per line", async () => {
    const order = await aReceivedOrder(db, market, chips);
    await expect(aComplaint(db, order, { photos: [] })).rejects.toThrow(BadInput);
    await expect(aComplaint(db, order, { pieces: 4 })).rejects.toThrow(BadInput);
    await expect(aComplaint(db, order, { photos: [Buffer.from("bukan foto")] })).rejects.toThrow(BadInput);
    await aComplaint(db, order, { kind: "missing", photos: [] });
    await expect(aComplaint(db, order, { pieces: 1 })).rejects.toThrow(BadInput);
    await aComplaint(db, order, { lineId: order.rice, pieces: 1 });
  });

  it("is for the buyer alone, after receipt, and within two working days", async () => {
    const order = await aReceivedOrder(db, market, chips);
    const form = await aComplaintForm(order);
    await expect(
      openComplaint(guest, db, { orderCode: order.code, secret: "x".repeat(order.secret.length), form }),
    ).rejects.toThrow(NotFound);
    const early = await aPlacedOrder(db, [
      { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 1 },
    ]);
    await walk(db, market, early, "accepted");
    await expect(
      openComplaint(guest, db, { orderCode: early.code, secret: early.secret, form }),
    ).rejects.toThrow(StaleOrder);
    // received two weeks ago
    await db
      .insertInto("order_event")
      .values({
        order_id: early.id,
        kind: "delivered",
        actor_kind: "operator",
        actor_name: "Warung",
        at: new Date(Date.now() - 14 * 86_400_000),
      })
      .execute();
    await db.updateTable("order").set({ status: "delivered" }).where("id", "=", early.id).execute();
    await expect(
      openComplaint(guest, db, { orderCode: early.code, secret: early.secret, form }),
    ).rejects.toThrow(StaleOrder);
  });

  it("can be taken back, and the pieces complained of again", async () => {
    const order = await aReceivedOrder(db, market, chips);
    const code = await aComplaint(db, order, { pieces: 3 });
    await withdrawComplaint(guest, db, asBuyer(order, code));
    await withdrawComplaint(guest, db, asBuyer(order, code));
    expect(await complaintOf(code)).toMatchObject({ status: "done", outcome: "withdrawn" });
    expect(await orderOf(order.id)).toMatchObject({
      status: "delivered",
      next_action: "Tunggu masa keluhan",
    });
    await aComplaint(db, order, { pieces: 3 });
  });
});

describe("money back", () => {
  it("is owed at once when the seller gives what was wished, and booked when the buyer's PIN proves it", async () => {
    const order = await aReceivedOrder(db, market, chips);
    const sold = await soldOf(chips.productId);
    const code = await aComplaint(db, order);
    await answerComplaint(market.siti.seller, db, { code, as: "seller", answer: "refund", text: "" });
    const { pin } = await findBuyerComplaint(db, { actor: guest, ...asBuyer(order, code) });
    expect(pin).toMatch(/^\d{4}$/);
    expect(await bookedFor(order.id, "refund_paid")).toEqual([]);
    const wrong = pin === "0000" ? "1111" : "0000";
    await expect(
      handOverRemedy(order.warung.operator, db, { code, pin: wrong, goodsReturned: true }),
    ).rejects.toThrow(WrongPin);
    await handOverRemedy(order.warung.operator, db, { code, pin: pin!, goodsReturned: true });
    await handOverRemedy(order.warung.operator, db, { code, pin: pin!, goodsReturned: true });
    expect(await bookedFor(order.id, "refund_due")).toEqual([
      { account: `umkm:${market.siti.id}:piutang`, amount: 36_000 },
      { account: account.toReturn(order.id), amount: -36_000 },
    ]);
    expect(await bookedFor(order.id, "refund_paid")).toEqual([
      { account: account.toReturn(order.id), amount: 36_000 },
      { account: `warung:${order.warung.id}:kas`, amount: -36_000 },
    ]);
    expect(await complaintOf(code)).toMatchObject({
      status: "done",
      outcome: "refund",
      goods_returned: true,
    });
    expect(await soldOf(chips.productId)).toBe(sold - 2);
  });

  it("for staples comes out of the warung's own earnings", async () => {
    const order = await aReceivedOrder(db, market, chips);
    const code = await aComplaint(db, order, { lineId: order.rice, pieces: 5 });
    await expect(
      answerComplaint(market.siti.seller, db, { code, as: "seller", answer: "refund", text: "" }),
    ).rejects.toThrow(NotFound);
    await answerComplaint(order.warung.operator, db, { code, as: "operator", answer: "refund", text: "" });
    await confirmRemedy(guest, db, asBuyer(order, code));
    expect(await bookedFor(order.id, "refund_due")).toEqual([
      { account: `warung:${order.warung.id}:pendapatan`, amount: 67_500 },
      { account: account.toReturn(order.id), amount: -67_500 },
    ]);
    expect(await bookedFor(order.id, "refund_paid")).toEqual([
      { account: account.toReturn(order.id), amount: 67_500 },
      { account: `warung:${order.warung.id}:kas`, amount: -67_500 },
    ]);
  });

  it("never exceeds what the line cost, also over several complaints, and the table itself refuses more", async () => {
    const order = await aReceivedOrder(db, market, chips);
    for (const pieces of [2, 1]) {
      const code = await aComplaint(db, order, { pieces });
      await answerComplaint(market.siti.seller, db, { code, as: "seller", answer: "refund", text: "" });
      await confirmRemedy(guest, db, asBuyer(order, code));
    }
    await expect(aComplaint(db, order, { pieces: 1 })).rejects.toThrow(BadInput);
    const code = await aComplaint(db, order, { lineId: order.rice, pieces: 1 });
    const { id } = await complaintOf(code);
    const refund = (line: number, amount: number) =>
      db
        .insertInto("refund")
        .values({
          complaint_id: id,
          order_id: order.id,
          order_line_id: line,
          amount,
          method: "cash",
          warung_id: order.warung.id,
        })
        .execute();
    await expect(refund(order.goods, 1)).rejects.toThrow(/exceed/);
    await expect(refund(order.rice, 67_501)).rejects.toThrow(/exceed/);
    const unpaid = await aPlacedOrder(db, [{ item: { variantId: chips.variantId }, quantity: 1 }]);
    await expect(
      db
        .insertInto("refund")
        .values({
          complaint_id: id,
          order_id: unpaid.id,
          order_line_id: order.rice,
          amount: 1,
          method: "cash",
          warung_id: order.warung.id,
        })
        .execute(),
    ).rejects.toThrow(/exceed/);
  });

  it("is locked after five wrong PINs; then an officer's word or the buyer's tap ends it", async () => {
    const order = await aReceivedOrder(db, market, chips);
    const code = await aComplaint(db, order);
    await answerComplaint(market.siti.seller, db, { code, as: "seller", answer: "refund", text: "" });
    const { pin } = await findBuyerComplaint(db, { actor: guest, ...asBuyer(order, code) });
    const give = (given: string) =>
      handOverRemedy(order.warung.operator, db, { code, pin: given, goodsReturned: false });
    for (let tries = 0; tries < 5; tries++)
      await expect(give(pin === "0000" ? "1111" : "0000")).rejects.toThrow(WrongPin);
    await expect(give(pin!)).rejects.toThrow(WrongPin);
    await expect(
      attestRefund(market.foreignOfficer, db, { code, reason: "Dilihat sendiri" }),
    ).rejects.toThrow(NotAllowed);
    await attestRefund(market.officer, db, { code, reason: "Dilihat sendiri di warung" });
    expect(await complaintOf(code)).toMatchObject({ status: "done", outcome: "refund" });
  });
});

describe("an exchange", () => {
  it("takes stock once, comes to the warung, and goes to the buyer", async () => {
    const order = await aReceivedOrder(db, market, chips);
    const before = await stockOf(chips.variantId);
    const code = await aComplaint(db, order, { wanted: "exchange" });
    await answerComplaint(market.siti.seller, db, {
      code,
      as: "seller",
      answer: "exchange",
      text: "Maaf, kami ganti.",
    });
    expect(await stockOf(chips.variantId)).toBe(before - 2);
    await expect(confirmRemedy(guest, db, asBuyer(order, code))).rejects.toThrow(StaleRecord);
    await receiveReplacement(order.warung.operator, db, { code });
    await receiveReplacement(order.warung.operator, db, { code });
    const { pin } = await findBuyerComplaint(db, { actor: guest, ...asBuyer(order, code) });
    await handOverRemedy(order.warung.operator, db, { code, pin: pin!, goodsReturned: true });
    expect(await complaintOf(code)).toMatchObject({ status: "done", outcome: "exchange" });
    expect(await stockOf(chips.variantId)).toBe(before - 2);
    expect(await bookedFor(order.id, "refund_paid")).toEqual([]);
  });

  it("needs stock: the seller hears how much is left, the buyer who agreed gets the money instead", async () => {
    const rare = await aProduct(db, market.siti, { name: "Dodol", price: 10_000, stock: 3 });
    const order = await aReceivedOrder(db, market, rare);
    const first = await aComplaint(db, order, { wanted: "exchange" });
    await expect(
      answerComplaint(market.siti.seller, db, { code: first, as: "seller", answer: "exchange", text: "" }),
    ).rejects.toThrow(BadInput);
    await withdrawComplaint(guest, db, asBuyer(order, first));
    const second = await aComplaint(db, order, { wanted: "refund" });
    await answerComplaint(market.siti.seller, db, {
      code: second,
      as: "seller",
      answer: "exchange",
      text: "",
    });
    await agreeAnswer(guest, db, asBuyer(order, second));
    expect(await complaintOf(second)).toMatchObject({ status: "refund_due", outcome: "refund" });
  });

  it("that does not come goes to an officer, and what was put aside may be sold again", async () => {
    const order = await aReceivedOrder(db, market, chips);
    const before = await stockOf(chips.variantId);
    const code = await aComplaint(db, order, { wanted: "exchange" });
    await answerComplaint(market.siti.seller, db, { code, as: "seller", answer: "exchange", text: "" });
    const id = await runOutOfTime(db, code);
    await Promise.all([expireComplaint(db, id), expireComplaint(db, id), sweepComplaints(db)]);
    expect(await complaintOf(code)).toMatchObject({ status: "disputed", outcome: null, stock_taken: false });
    expect(await stockOf(chips.variantId)).toBe(before);
  });
});

describe("when they disagree", () => {
  it("an officer of the regency decides, on record, and another regency's is refused", async () => {
    const order = await aReceivedOrder(db, market, chips);
    const code = await aComplaint(db, order);
    const refuse = { code, as: "seller", answer: "refused" } as const;
    await expect(answerComplaint(market.siti.seller, db, { ...refuse, text: "" })).rejects.toThrow(BadInput);
    await answerComplaint(market.siti.seller, db, { ...refuse, text: "Dikemas rapi waktu kami serahkan." });
    await commentComplaint(order.warung.operator, db, {
      code,
      as: "operator",
      text: "Kardusnya penyok dari sana.",
    });
    await disputeAnswer(guest, db, { ...asBuyer(order, code), text: "Waktu dibuka sudah remuk." });

    await expect(findComplaintCase(db, market.foreignOfficer, code)).rejects.toThrow(NotAllowed);
    const decision = { code, decision: "refund", reason: "Foto jelas rusak.", borneBy: "warung" } as const;
    await expect(decideComplaint(market.foreignOfficer, db, decision)).rejects.toThrow(NotAllowed);
    const queue = await findOfficeComplaints(db, market.officer, { list: "decide", after: undefined });
    expect(queue.complaints.map((one) => one.code)).toContain(code);
    const elsewhere = await findOfficeComplaints(db, market.foreignOfficer, {
      list: "decide",
      after: undefined,
    });
    expect(elsewhere.complaints).toEqual([]);

    await decideComplaint(market.officer, db, decision);
    await expect(decideComplaint(market.officer, db, decision)).rejects.toThrow(StaleRecord);
    await confirmRemedy(guest, db, asBuyer(order, code));
    expect(await bookedFor(order.id, "refund_due")).toEqual([
      { account: `warung:${order.warung.id}:pendapatan`, amount: 36_000 },
      { account: account.toReturn(order.id), amount: -36_000 },
    ]);
    expect(await bookedFor(order.id, "refund_paid")).toEqual([
      { account: account.toReturn(order.id), amount: 36_000 },
      { account: `warung:${order.warung.id}:kas`, amount: -36_000 },
    ]);
    const record = await db.selectFrom("audit_log").select("action").where("thing_key", "=", code).execute();
    expect(record).toEqual([{ action: "complaint.decide" }]);
    const said = await findComplaintCase(db, market.officer, code);
    expect(said.history.map((event) => event.note)).toContain("Kardusnya penyok dari sana.");
    expect(JSON.stringify(said)).not.toContain('"pin"');
  });

  it("silence of the seller sends it to an officer, silence of the buyer is agreement", async () => {
    const order = await aReceivedOrder(db, market, chips);
    const silent = await aComplaint(db, order);
    await expireComplaint(db, (await complaintOf(silent)).id);
    expect((await complaintOf(silent)).status).toBe("open");
    await expireComplaint(db, await runOutOfTime(db, silent));
    expect((await complaintOf(silent)).status).toBe("disputed");

    const refused = await aComplaint(db, order, { lineId: order.rice, pieces: 1 });
    await answerComplaint(order.warung.operator, db, {
      code: refused,
      as: "operator",
      answer: "refused",
      text: "Beras baru datang.",
    });
    await runOutOfTime(db, refused);
    await sweepComplaints(db);
    expect(await complaintOf(refused)).toMatchObject({ status: "done", outcome: "refused" });
    // the other complaint still holds the order
    expect(await orderOf(order.id)).toMatchObject({ next_action: "Petugas memutuskan keluhan" });
  });
});

describe("who sees what", () => {
  it("the seller nothing of the buyer, strangers nothing at all, photos only those concerned", async () => {
    const order = await aReceivedOrder(db, market, chips);
    const code = await aComplaint(db, order);
    const seen = await findSellerComplaint(db, market.siti.seller, code);
    expect(JSON.stringify(seen)).not.toMatch(/Rina|81234567890|Pramuka/);
    await expect(findSellerComplaint(db, market.yuni.seller, code)).rejects.toThrow(NotFound);
    const other = [market.budi, market.ani, market.dedi].find(({ id }) => id !== order.warung.id)!;
    await expect(findWarungComplaint(db, other.operator, code)).rejects.toThrow(NotFound);

    const photo = (
      actor: Parameters<typeof viewComplaintPhoto>[1],
      viewer: Parameters<typeof viewComplaintPhoto>[2]["viewer"],
    ) => viewComplaintPhoto(db, actor, { code, position: 1, viewer });
    const bytes = await photo(guest, { as: "buyer", orderCode: order.code, secret: order.secret });
    expect(bytes.subarray(8, 12).toString()).toBe("WEBP");
    await photo(market.siti.seller, { as: "seller" });
    await photo(order.warung.operator, { as: "operator" });
    await photo(market.officer, { as: "officer" });
    await expect(photo(guest, { as: "buyer", orderCode: order.code, secret: undefined })).rejects.toThrow(
      NotFound,
    );
    await expect(photo(market.yuni.seller, { as: "seller" })).rejects.toThrow(NotFound);
    await expect(photo(market.foreignOfficer, { as: "officer" })).rejects.toThrow(NotAllowed);
  });
});
