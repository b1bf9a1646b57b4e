import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { guest } from "#app/domain/accounts/actor.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { choosePickup } from "#app/domain/orders/delivery/choose-pickup.server.ts";
import { confirmDelivery } from "#app/domain/orders/delivery/confirm-delivery.server.ts";
import { correctAddress } from "#app/domain/orders/delivery/correct-address.server.ts";
import { deliverWithPhoto } from "#app/domain/orders/delivery/deliver-with-photo.server.ts";
import { failDelivery } from "#app/domain/orders/delivery/fail-delivery.server.ts";
import type { FailureReason } from "#app/domain/orders/delivery/failure-reasons.ts";
import { findReceiving } from "#app/domain/orders/delivery/find-receiving.server.ts";
import { forgetPhotos } from "#app/domain/orders/delivery/forget-photos.server.ts";
import { retryDelivery } from "#app/domain/orders/delivery/retry-delivery.server.ts";
import { returnOrder } from "#app/domain/orders/delivery/return-order.server.ts";
import { viewAttemptPhoto } from "#app/domain/orders/delivery/view-attempt-photo.server.ts";
import { dispatchOrder } from "#app/domain/orders/dispatch-order.server.ts";
import { findOfficerCase } from "#app/domain/orders/find-officer-case.server.ts";
import { findOfficerQueue } from "#app/domain/orders/find-officer-queue.server.ts";
import { findSellerPastOrders } from "#app/domain/orders/find-seller-orders.server.ts";
import { findTracking } from "#app/domain/orders/find-tracking.server.ts";
import { sweepDeadlines } from "#app/domain/orders/sweep-deadlines.server.ts";
import { trackingHeadline } from "#app/domain/orders/tracking-steps.ts";
import { env } from "#app/lib/env.server.ts";
import { BadInput, NotAllowed, NotFound, StaleOrder, WrongPin } from "#app/lib/errors.ts";
import { aMarket, aProduct, type Market, type TestProduct } from "#tests/factories/market.ts";
import { aPlacedOrder, statusOf, type TestOrder, walk } from "#tests/factories/order.ts";
import { findBreaches } from "#tests/support/always-true.ts";
import { testDatabase } from "#tests/support/database.ts";
import { aPhonePhoto } from "#tests/support/photos.ts";

const { db } = await testDatabase(20);
let market: Market;
let chips: TestProduct;
let photo: Buffer;

beforeAll(async () => {
  market = await aMarket(db);
  chips = await aProduct(db, market.siti, { stock: 500 });
  photo = await aPhonePhoto(0.1);
});

async function onItsWay() {
  const order = await aPlacedOrder(db, [{ item: { variantId: chips.variantId }, quantity: 2 }]);
  const { operator, warung } = await walk(db, market, order, "out_for_delivery", [market.siti]);
  return { ...order, operator, warung };
}
type OnItsWay = Awaited<ReturnType<typeof onItsWay>>;

const fail = (order: OnItsWay, reason: FailureReason = "nobody_home", picture: Buffer | null = null) =>
  failDelivery(order.operator, db, { code: order.code, reason, note: "dua kali ditelepon", photo: picture });
async function failed(): Promise<OnItsWay> {
  const order = await onItsWay();
  await fail(order);
  return order;
}
async function again(order: OnItsWay): Promise<Date> {
  const [window] = (await findReceiving(db, order.code)).retryWindows;
  await retryDelivery(order.operator, db, { code: order.code, windowStart: new Date(window!.start) });
  return new Date(window!.start);
}
const headlineOf = async ({ code, secret }: TestOrder) =>
  trackingHeadline(
    {
      ...(await findTracking(db, { actor: guest, code, secret })),
    } as Parameters<typeof trackingHeadline>[0],
    new Date(),
  );
const documents = async () => (await readdir(join(env().DATA_DIR, "documents")).catch(() => [])).length;
async function stock(): Promise<number> {
  const row = await db
    .selectFrom("variant")
    .select("stock")
    .where("id", "=", chips.variantId)
    .executeTakeFirstOrThrow();
  return row.stock;
}
const makeOverdue = (order: TestOrder) =>
  sql`update "order" set deadline_at = now() - interval '1 minute' where id = ${order.id}`.execute(db);

describe("goods that come back from the door", () => {
  it("wait for a decision with a deadline, and are brought once more with a new promise", async () => {
    const order = await failed();
    expect(await statusOf(db, order.id)).toBe("delivery_failed");
    expect(await headlineOf(order)).toBe("Tadi belum berhasil kami serahkan");
    const windowStart = await again(order);
    await retryDelivery(order.operator, db, { code: order.code, windowStart });
    expect(await headlineOf(order)).toMatch(/^Kami antar sekali lagi, tiba /);
    await dispatchOrder(order.operator, db, order);
    await deliverOrder(order.operator, db, order);
    expect(await statusOf(db, order.id)).toBe("delivered");
    expect(await findBreaches(db)).toEqual([]);
  });

  it("are tried twice at most", async () => {
    const order = await failed();
    const windowStart = await again(order);
    await dispatchOrder(order.operator, db, order);
    await fail(order, "refused");
    await expect(retryDelivery(order.operator, db, { code: order.code, windowStart })).rejects.toThrow(
      StaleOrder,
    );
    await expect(
      retryDelivery((await failed()).operator, db, { code: order.code, windowStart: new Date(0) }),
    ).rejects.toThrow(StaleOrder);
  });

  it("are brought again in one of the windows offered, and no other", async () => {
    const order = await failed();
    await expect(
      retryDelivery(order.operator, db, { code: order.code, windowStart: new Date(0) }),
    ).rejects.toThrow(BadInput);
  });

  it("go back to their sellers once: nothing is owed, stock is given back, and the seller is told where they lie", async () => {
    const before = await stock();
    const order = await failed();
    await Promise.all(Array.from({ length: 4 }, () => returnOrder(order.operator, db, order)));
    expect(await stock()).toBe(before);
    const seen = await findTracking(db, { actor: guest, code: order.code, secret: order.secret });
    expect(seen).toMatchObject({
      status: "cancelled",
      cancelled_reason: "Gagal diantar: tidak ada orang di rumah",
      payment_status: "void",
    });
    const { orders } = await findSellerPastOrders(db, market.siti.seller);
    expect(orders.find(({ code }) => code === order.code)).toMatchObject({
      status: "cancelled",
      warung: order.warung.name,
      at_warung: true,
    });
    expect(await findBreaches(db)).toEqual([]);
  });

  it("are on an officer's desk when nobody decides in time, also after a crash", async () => {
    const order = await failed();
    await sweepDeadlines(db);
    expect(await statusOf(db, order.id)).toBe("delivery_failed");
    await makeOverdue(order);
    await Promise.all([sweepDeadlines(db), sweepDeadlines(db)]);
    const found = await findOfficerCase(db, market.officer, order.code);
    expect(found.order.status).toBe("needs_officer");
    expect(found.reason).toBe(`Gagal diantar 1 kali, barang ada di ${order.warung.name}`);
    expect(found.history.map(({ text }) => text)).toContain(
      "Gagal diantar: tidak ada orang di rumah (dua kali ditelepon)",
    );
    expect(await findBreaches(db)).toEqual([]);
  });

  it("let their buyer say better where they live, in the same village, until they leave again", async () => {
    const order = await failed();
    const place = { street: "Jl. Melati 3", rt: "001", rw: null, landmark: "pagar hijau" };
    const { code, secret } = order;
    await correctAddress(guest, db, { code, secret, ...place });
    expect(await findTracking(db, { actor: guest, code, secret })).toMatchObject({
      ...place,
      village: "Kedaton",
    });
    await expect(correctAddress(guest, db, { code, secret: "bukan", ...place })).rejects.toThrow(NotFound);
    await again(order);
    await dispatchOrder(order.operator, db, order);
    await expect(correctAddress(guest, db, { code, secret, ...place })).rejects.toThrow(StaleOrder);
  });

  it("can be fetched instead, where the warung hands goods out", async () => {
    const order = await failed();
    const { code, secret } = order;
    await expect(choosePickup(guest, db, { code, secret: "bukan" })).rejects.toThrow(NotFound);
    await Promise.all([choosePickup(guest, db, { code, secret }), choosePickup(guest, db, { code, secret })]);
    expect(await headlineOf(order)).toBe(`Siap diambil di ${order.warung.name}`);
    await deliverOrder(order.operator, db, order);
    expect(await statusOf(db, order.id)).toBe("delivered");
    const closed = await failed();
    await sql`update warung set offers_pickup = false where id = ${closed.warung.id}`.execute(db);
    await expect(choosePickup(guest, db, closed)).rejects.toThrow(BadInput);
    await sql`update warung set offers_pickup = true`.execute(db);
  });
});

describe("a photo of a door or a receiver", () => {
  it("proves a receipt once, is seen by the warung and its officers, and by nobody else", async () => {
    const order = await onItsWay();
    const before = await documents();
    const receipt = { code: order.code, receiverName: "Bu Tini", photo };
    await Promise.all([
      deliverWithPhoto(order.operator, db, receipt),
      deliverWithPhoto(order.operator, db, receipt),
    ]);
    expect(await documents()).toBe(before + 1);
    const { attempts } = await findReceiving(db, order.code);
    expect(attempts).toMatchObject([{ proof: "photo", receiver_name: "Bu Tini", has_photo: true }]);
    const view = { code: order.code, attemptId: attempts[0]!.id };
    const webp = await viewAttemptPhoto(order.operator, db, { ...view, as: "operator" });
    expect(webp.subarray(8, 12).toString()).toBe("WEBP");
    await viewAttemptPhoto(market.officer, db, { ...view, as: "officer" });
    await expect(viewAttemptPhoto(market.foreignOfficer, db, { ...view, as: "officer" })).rejects.toThrow(
      NotAllowed,
    );
    const other = [market.budi, market.ani].find(({ id }) => id !== order.warung.id)!;
    await expect(viewAttemptPhoto(other.operator, db, { ...view, as: "operator" })).rejects.toThrow(NotFound);
    await expect(viewAttemptPhoto(market.siti.seller, db, { ...view, as: "officer" })).rejects.toThrow(
      NotAllowed,
    );
    expect(await findBreaches(db)).toEqual([]);
  });

  it("is refused when it is none, and nothing has happened", async () => {
    const order = await onItsWay();
    const before = await documents();
    const none = Buffer.from("bukan foto");
    await expect(
      deliverWithPhoto(order.operator, db, { code: order.code, receiverName: "Bu Tini", photo: none }),
    ).rejects.toThrow(BadInput);
    await expect(fail(order, "refused", none)).rejects.toThrow(BadInput);
    expect(await statusOf(db, order.id)).toBe("out_for_delivery");
    await deliverOrder(order.operator, db, order);
    await expect(fail(order, "refused", photo)).rejects.toThrow(StaleOrder);
    expect(await documents()).toBe(before);
  });

  it("is forgotten after 90 days", async () => {
    const order = await onItsWay();
    await fail(order, "refused", photo);
    const before = await documents();
    await forgetPhotos(db);
    expect(await documents()).toBe(before);
    await sql`update delivery_attempt set at = now() - interval '91 days' where order_id = ${order.id}`.execute(
      db,
    );
    await forgetPhotos(db);
    expect(await documents()).toBe(before - 1);
    expect((await findReceiving(db, order.code)).attempts).toMatchObject([
      { outcome: "failed", has_photo: false },
    ]);
  });
});

describe("a PIN that was wrong five times", () => {
  async function locked(): Promise<OnItsWay> {
    const order = await onItsWay();
    const wrong = order.pin === "0000" ? "1111" : "0000";
    for (let left = 4; left >= 0; left--)
      await expect(deliverOrder(order.operator, db, { code: order.code, pin: wrong })).rejects.toThrow(
        WrongPin,
      );
    return order;
  }

  it("brings the order to the officer's desk, who asks the buyer and records the receipt once", async () => {
    const order = await locked();
    const { orders } = await findOfficerQueue(db, market.officer, { part: "late", after: undefined });
    expect(orders.map(({ code }) => code)).toContain(order.code);
    expect((await findOfficerCase(db, market.officer, order.code)).can.confirm).toBe(true);
    const photoInstead = { code: order.code, receiverName: "Bu Tini", photo };
    await expect(deliverWithPhoto(order.operator, db, photoInstead)).rejects.toThrow(WrongPin);
    const note = "Bu Rina membenarkan lewat telepon";
    await expect(confirmDelivery(market.foreignOfficer, db, { code: order.code, note })).rejects.toThrow(
      NotAllowed,
    );
    await expect(confirmDelivery(order.operator, db, { code: order.code, note })).rejects.toThrow(NotAllowed);
    await Promise.all(
      Array.from({ length: 3 }, () => confirmDelivery(market.officer, db, { code: order.code, note })),
    );
    expect(await statusOf(db, order.id)).toBe("delivered");
    const records = await db
      .selectFrom("audit_log")
      .select("action")
      .where("thing_key", "=", order.code)
      .execute();
    expect(records).toEqual([{ action: "order.confirm-delivery" }]);
    expect(await findBreaches(db)).toEqual([]);
  });

  it("is needed before an officer may say so", async () => {
    const order = await onItsWay();
    await expect(
      confirmDelivery(market.officer, db, { code: order.code, note: "katanya sudah" }),
    ).rejects.toThrow(StaleOrder);
  });
});
