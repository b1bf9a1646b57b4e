/** What people and the program may do to an order, in good or bad time: one table for random play. */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { guest } from "#app/domain/accounts/actor.ts";
import { acceptOrder } from "#app/domain/orders/accept-order.server.ts";
import { assignWarung } from "#app/domain/orders/assign-warung.server.ts";
import { cancelOrder } from "#app/domain/orders/cancel-order.server.ts";
import { completeOrder } from "#app/domain/orders/complete-order.server.ts";
import { confirmSellerLine } from "#app/domain/orders/confirm-seller-line.server.ts";
import { decideShortage } from "#app/domain/orders/decide-shortage.server.ts";
import { declineOrder } from "#app/domain/orders/decline-order.server.ts";
import { deliverOrder } from "#app/domain/orders/deliver-order.server.ts";
import { choosePickup } from "#app/domain/orders/delivery/choose-pickup.server.ts";
import { failDelivery } from "#app/domain/orders/delivery/fail-delivery.server.ts";
import { findReceiving } from "#app/domain/orders/delivery/find-receiving.server.ts";
import { findRounds } from "#app/domain/orders/delivery/find-rounds.server.ts";
import { planTrip } from "#app/domain/orders/delivery/plan-trip.server.ts";
import { retryDelivery } from "#app/domain/orders/delivery/retry-delivery.server.ts";
import { returnOrder } from "#app/domain/orders/delivery/return-order.server.ts";
import { startTrip } from "#app/domain/orders/delivery/start-trip.server.ts";
import { dispatchOrder } from "#app/domain/orders/dispatch-order.server.ts";
import { expireOffer } from "#app/domain/orders/expire-offer.server.ts";
import { expireShortage } from "#app/domain/orders/expire-shortage.server.ts";
import { gatherStaple } from "#app/domain/orders/gather-staple.server.ts";
import { handOverSellerLine } from "#app/domain/orders/hand-over-seller-line.server.ts";
import { markReady } from "#app/domain/orders/mark-ready.server.ts";
import { receiveSellerLine } from "#app/domain/orders/receive-seller-line.server.ts";
import { reportSellerShortage } from "#app/domain/orders/report-seller-shortage.server.ts";
import { reportWarungShortage } from "#app/domain/orders/report-warung-shortage.server.ts";
import { routeOrder } from "#app/domain/orders/route-order.server.ts";
import type { ShortageDecision } from "#app/domain/orders/settle-shortage.server.ts";
import { sweepDeadlines } from "#app/domain/orders/sweep-deadlines.server.ts";
import { takeOverOrder } from "#app/domain/orders/take-over-order.server.ts";
import { DomainError } from "#app/lib/errors.ts";
import type { Db } from "#db/client.server.ts";
import type { Market, TestWarung } from "#tests/factories/market.ts";
import type { TestOrder } from "#tests/factories/order.ts";

export type Acts = Readonly<Record<string, (order: TestOrder) => Promise<unknown>>>;

/** @param substitutes variants that stand in for what is missing; the last one is taken */
export function orderActs(db: Db, market: Market, substitutes: readonly number[]): Acts {
  /** What an order is like now, as the person in front of it sees it. */
  async function look(order: TestOrder) {
    const row = await db
      .selectFrom("order as o")
      .leftJoin("offer as f", (join) => join.onRef("f.order_id", "=", "o.id").on("f.status", "=", "pending"))
      .select(["o.warung_id", "f.id as offer_id", "f.warung_id as asked_id"])
      .where("o.id", "=", order.id)
      .executeTakeFirstOrThrow();
    const all: readonly TestWarung[] = [market.budi, market.ani, market.dedi];
    const operator = (all.find(({ id }) => id === (row.warung_id ?? row.asked_id)) ?? market.budi).operator;
    return { operator, offerId: row.offer_id };
  }

  const byBuyer = (order: TestOrder) => ({ as: "buyer", secret: order.secret }) as const;

  /** The line of an order that is named by what it is of, and the question about it that is open. */
  async function asked(order: TestOrder, kind: "variant_id" | "staple_id") {
    return db
      .selectFrom("order_line as l")
      .leftJoin("shortage as h", (join) =>
        join.onRef("h.order_line_id", "=", "l.id").on("h.decided_at", "is", null),
      )
      .select(["l.id as lineId", "h.id as shortageId"])
      .where("l.order_id", "=", order.id)
      .where(`l.${kind}`, "is not", null)
      .orderBy("l.id")
      .executeTakeFirstOrThrow();
  }

  /** Somebody answers the first open question of an order. */
  async function answer(order: TestOrder, decision: ShortageDecision, by: "buyer" | "officer") {
    const open = await db
      .selectFrom("shortage")
      .select("id")
      .where("order_id", "=", order.id)
      .orderBy("decided_at", (at) => at.desc().nullsFirst())
      .executeTakeFirst();
    if (!open) return;
    await decideShortage(by === "buyer" ? guest : market.officer, db, {
      code: order.code,
      shortageId: open.id,
      decision,
      by: by === "buyer" ? byBuyer(order) : { as: "officer" },
    });
  }

  return {
    route: ({ id }) => routeOrder(db, id),
    accept: async (order) => acceptOrder((await look(order)).operator, db, order),
    decline: async (order) => declineOrder((await look(order)).operator, db, { ...order, reason: "ramai" }),
    expire: async (order) => {
      const { offerId } = await look(order);
      if (offerId === null) return;
      await sql`update offer set expires_at = now() - interval '1 second' where id = ${offerId} and status = 'pending'`.execute(
        db,
      );
      await expireOffer(db, offerId);
    },
    sweep: () => sweepDeadlines(db),
    "cancel by buyer": (order) => cancelOrder(guest, db, { ...order, reason: "batal", by: byBuyer(order) }),
    "cancel by officer": (order) =>
      cancelOrder(market.officer, db, { ...order, reason: "batal", by: { as: "officer" } }),
    assign: (order) => assignWarung(market.officer, db, { ...order, warungId: market.ani.id }),
    "take over": (order) => takeOverOrder(market.officer, db, order),
    "seller misses one": async (order) =>
      reportSellerShortage(market.siti.seller, db, {
        code: order.code,
        lineId: (await asked(order, "variant_id")).lineId,
        pieces: 1,
        reason: "habis",
        stockLeft: 0,
        substitute: { variantId: substitutes.at(-1)!, quantity: 1 },
      }),
    "warung misses all": async (order) =>
      reportWarungShortage((await look(order)).operator, db, {
        code: order.code,
        lineId: (await asked(order, "staple_id")).lineId,
        pieces: 1,
        reason: "rusak",
        substitute: { stapleId: market.eggsId, quantity: 1 },
      }),
    "warung waits for one in vain": async (order) =>
      reportWarungShortage((await look(order)).operator, db, {
        code: order.code,
        lineId: (await asked(order, "variant_id")).lineId,
        pieces: 1,
        reason: "tidak-datang",
        substitute: { variantId: substitutes.at(-1)!, quantity: 1 },
      }),
    "take substitute": (order) => answer(order, "substituted", "buyer"),
    "do without": (order) => answer(order, "dropped", "buyer"),
    "cancel by answer": (order) => answer(order, "cancelled", "officer"),
    "leave unanswered": async (order) => {
      const { shortageId } = await asked(order, "variant_id");
      if (shortageId === null) return;
      await sql`update shortage set deadline_at = now() - interval '1 second'
      where id = ${shortageId} and decided_at is null`.execute(db);
      await expireShortage(db, shortageId);
    },
    confirm: (order) => confirmSellerLine(market.siti.seller, db, order),
    "hand over": (order) => handOverSellerLine(market.siti.seller, db, order),
    receive: async (order) =>
      receiveSellerLine((await look(order)).operator, db, { ...order, umkmId: market.siti.id }),
    gather: async (order) => {
      const { operator } = await look(order);
      const lines = await db
        .selectFrom("order_line")
        .select("id")
        .where("order_id", "=", order.id)
        .where("staple_id", "is not", null)
        .execute();
      for (const { id } of lines)
        await gatherStaple(operator, db, { code: order.code, lineId: id, gathered: true });
    },
    ready: async (order) => markReady((await look(order)).operator, db, order),
    dispatch: async (order) => dispatchOrder((await look(order)).operator, db, order),
    deliver: async (order) => deliverOrder((await look(order)).operator, db, order),
    complete: ({ id }) => completeOrder(db, id),
    fail: async (order) =>
      failDelivery((await look(order)).operator, db, {
        ...order,
        reason: "refused",
        note: null,
        photo: null,
      }),
    "try again": async (order) => {
      const [window] = (await findReceiving(db, order.code)).retryWindows;
      if (window)
        await retryDelivery((await look(order)).operator, db, {
          ...order,
          windowStart: new Date(window.start),
        });
    },
    "give back": async (order) => returnOrder((await look(order)).operator, db, order),
    fetch: (order) => choosePickup(guest, db, order),
    "set out together": async (order) => {
      const { operator } = await look(order);
      const { ready, trips } = await findRounds(db, operator);
      const codes = ready.map(({ code }) => code);
      const tripId =
        codes.length > 0 ? await planTrip(operator, db, { formKey: randomUUID(), codes }) : trips[0]?.id;
      if (tripId !== undefined) await startTrip(operator, db, { tripId });
    },
  };
}

/** Named refusals are answers; anything else (a deadlock, a broken constraint) is a defect. */
export async function attempt(acts: Acts, what: string, order: TestOrder): Promise<void> {
  await acts[what]!(order).catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw new Error(`${what} ${order.code}`, { cause: error });
  });
}
