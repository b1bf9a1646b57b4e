import { beforeAll, describe, expect, it } from "vitest";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { declineOrder } from "#app/domain/orders/decline-order.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { dispatchOrder } from "#app/domain/orders/dispatch-order.server.ts";
import { expireOffer } from "#app/domain/orders/expire-offer.server.ts";
import { gatherStaple } from "#app/domain/orders/gather-staple.server.ts";
import { markReady } from "#app/domain/orders/mark-ready.server.ts";
import { receiveSellerLine } from "#app/domain/orders/receive-seller-line.server.ts";
import { remindOffer } from "#app/domain/orders/remind-offer.server.ts";
import { routeOrder } from "#app/domain/orders/route-order.server.ts";
import { takeOverOrder } from "#app/domain/orders/take-over-order.server.ts";
import { deliverToldMessage } from "#app/domain/orders/telling/deliver-told-message.server.ts";
import { tellOrderEvent } from "#app/domain/orders/telling/tell-order-event.server.ts";
import { dateWib, midnightWib } from "#app/lib/clock.ts";
import { env } from "#app/lib/env.server.ts";
import { aMarket, aProduct, type Market, REGENCY, type TestProduct } from "#tests/factories/market.ts";
import { aPlacedOrder, askedWarung, type TestOrder, walk } from "#tests/factories/order.ts";
import { testDatabase } from "#tests/support/database.ts";
import { takeJobs } from "#tests/support/waiting-jobs.ts";

const { db } = await testDatabase();
let market: Market;
let chips: TestProduct;

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { price: 18_000, stock: 500 });
});

const MIDNIGHT = midnightWib(dateWib(new Date())).getTime();
/** Today at a time of day, WIB; 31 is 7 tomorrow. */
const today = (hour: number) => new Date(MIDNIGHT + hour * 3_600_000);

const order = (): Promise<TestOrder> =>
  aPlacedOrder(db, [
    { item: { variantId: chips.variantId }, quantity: 2 },
    { item: { stapleId: market.riceId, regencyCode: REGENCY }, quantity: 5 },
  ]);

const messagesOf = ({ code }: TestOrder) =>
  db
    .selectFrom("message")
    .select(["id", "subject", "recipient_name", "mobile", "body", "can_wait", "send_after", "status"])
    .where("subject", "like", `%${code}`)
    .orderBy("id")
    .execute();

/**
 * Runs the waiting telling jobs at `at`, each twice.
 * @returns what was written about this order since: `Warung Pak Budi: Pesanan baru`
 */
async function told(about: TestOrder, at: Date): Promise<string[]> {
  const before = (await messagesOf(about)).length;
  for (const { payload } of await takeJobs(db, "tell-order-event")) {
    await tellOrderEvent(db, payload.eventId, at);
    await tellOrderEvent(db, payload.eventId, at);
  }
  return (await messagesOf(about))
    .slice(before)
    .map(({ recipient_name: name, subject }) => `${name}: ${subject.replace(` ${about.code}`, "")}`);
}

describe("an order from basket to door", () => {
  it("tells at each step exactly whom it concerns, once however often the job runs", async () => {
    const noon = today(12);
    const one = await order();
    expect(await told(one, noon)).toEqual(["Rina Yulianti: Terima kasih atas pesanan"]);

    const { warung, operator } = await walk(db, market, one, "accepted");
    // asked and answered before the job came to it: what is over is not told
    expect(await told(one, noon)).toEqual([
      "Rina Yulianti: Warung menyiapkan pesanan",
      "Dapur Bu Siti: Siapkan barang pesanan",
    ]);

    await walkOn(one, operator);
    expect(await told(one, noon)).toEqual(["Rina Yulianti: Sedang diantar: pesanan"]);
    await deliverOrder(operator, db, { code: one.code, pin: one.pin });
    expect(await told(one, noon)).toEqual(["Rina Yulianti: Sudah diterima: pesanan"]);

    const messages = await messagesOf(one);
    expect(messages.map(({ mobile }) => mobile).filter((mobile) => mobile === "+6281234567890")).toHaveLength(
      4,
    );
    for (const { body } of messages) {
      expect(body).not.toContain(one.pin);
      expect(body).not.toContain(one.secret);
      expect(body).not.toContain("Pramuka");
    }
    expect(warung.name).toBe("Warung Pak Budi");
  });

  async function walkOn({ code, id }: TestOrder, operator: Market["officer"]): Promise<void> {
    await receiveSellerLine(operator, db, { code, umkmId: market.siti.id });
    const lines = await db
      .selectFrom("order_line")
      .select("id")
      .where("order_id", "=", id)
      .where("staple_id", "is not", null)
      .execute();
    for (const line of lines) await gatherStaple(operator, db, { code, lineId: line.id, gathered: true });
    await markReady(operator, db, { code });
    await dispatchOrder(operator, db, { code });
  }

  it("asks a warung, reminds it, and turns to the next", async () => {
    const noon = new Date();
    const one = await order();
    await told(one, noon);
    const { operator } = await walk(db, market, one, "offered");
    expect(await told(one, noon)).toEqual(["Warung Pak Budi: Pesanan baru"]);
    const { id } = await db
      .selectFrom("offer")
      .select("id")
      .where("order_id", "=", one.id)
      .executeTakeFirstOrThrow();
    await remindOffer(db, id);
    await remindOffer(db, id);
    expect(await told(one, noon)).toEqual(["Warung Pak Budi: Belum dijawab: pesanan"]);
    await declineOrder(operator, db, { code: one.code, reason: "ramai" });
    await routeOrder(db, one.id);
    const next = (await askedWarung(db, one.id, market))!;
    expect(await told(one, noon)).toEqual([`${next.name}: Pesanan baru`]);
  });

  it("tells a warung that silence paused it, and its officers", async () => {
    await db.updateTable("warung").set({ expiries_in_row: 2 }).where("id", "=", market.dedi.id).execute();
    const one = await order();
    await db
      .updateTable("order")
      .set({ chosen_warung_id: market.dedi.id })
      .where("id", "=", one.id)
      .execute();
    await routeOrder(db, one.id);
    await told(one, new Date());
    const offer = await db
      .updateTable("offer")
      .set({ expires_at: new Date(Date.now() - 1000) })
      .where("order_id", "=", one.id)
      .returning("id")
      .executeTakeFirstOrThrow();
    await expireOffer(db, offer.id);
    expect(await told(one, new Date())).toEqual([
      "Warung Pak Dedi: Warung dijeda setelah pesanan",
      "Bu Ratna: Warung dijeda setelah pesanan",
    ]);
  });

  it("tells all who worked on it of a cancellation, but not whoever cancelled", async () => {
    const one = await order();
    await walk(db, market, one, "accepted");
    await told(one, today(12));
    await cancelOrder(market.officer, db, { code: one.code, reason: "dobel", by: { as: "officer" } });
    expect(await told(one, today(12))).toEqual([
      "Rina Yulianti: Dibatalkan: pesanan",
      "Warung Pak Budi: Dibatalkan: pesanan",
      "Dapur Bu Siti: Dibatalkan: pesanan",
    ]);
  });
});

describe("by night", () => {
  it("waits for the morning, shown as waiting, and leaves then", async () => {
    const one = await order();
    await told(one, today(20));
    await walk(db, market, one, "accepted");
    await takeJobs(db, "send-message");
    await told(one, today(22));
    const [, buyer, seller] = await messagesOf(one);
    const morning = today(31);
    expect(buyer).toMatchObject({ can_wait: true, send_after: morning, status: "queued" });
    expect(seller).toMatchObject({ can_wait: true, send_after: morning });
    const jobs = await takeJobs(db, "send-message");
    expect(jobs.map(({ runAt }) => runAt)).toEqual([morning, morning]);

    await deliverToldMessage(db, buyer!.id, env(), today(23));
    expect((await messagesOf(one))[1]).toMatchObject({ status: "queued", send_after: morning });
    await deliverToldMessage(db, buyer!.id, env(), morning);
    expect((await messagesOf(one))[1]!.status).toBe("sent");
  });

  it("leaves out in the morning what is no longer so", async () => {
    const one = await order();
    await told(one, today(20));
    await walk(db, market, one, "accepted");
    await told(one, today(22));
    await takeOverOrder(market.officer, db, { code: one.code });
    const [, ...held] = await messagesOf(one);
    for (const { id } of held) {
      await deliverToldMessage(db, id, env(), today(31));
      await deliverToldMessage(db, id, env(), today(31));
    }
    expect((await messagesOf(one)).map(({ status }) => status)).toEqual(["queued", "skipped", "skipped"]);
    expect(await told(one, today(31))).toEqual([
      "Rina Yulianti: Dibantu petugas dinas: pesanan",
      "Warung Pak Budi: Tidak lagi di warung Anda: pesanan",
    ]);
  });

  it("lets through at once what cannot wait", async () => {
    const one = await order();
    await told(one, today(22));
    await walk(db, market, one, "out_for_delivery", [market.siti]);
    await told(one, today(22));
    for (const { subject, send_after: after } of await messagesOf(one)) {
      expect([subject, after]).toEqual([subject, null]);
    }
  });
});
