import type { Tx } from "#db/client.server.ts";
import { insertOffers } from "#db/queries/offers.ts";
import type { LockedOrder } from "#db/queries/orders.ts";
import { addMinutes } from "../../lib/clock.ts";
import { env } from "../../lib/env.server.ts";
import { system } from "../accounts/actor.ts";
import { announceAll, enqueueAll, type PlannedJob } from "../jobs/enqueue.server.ts";
import { DELIVERY_WINDOWS } from "../warung/delivery-window.ts";
import { addOpeningMinutes } from "../warung/opening-hours.ts";
import type { JudgedWithTerms } from "./judge-candidates.server.ts";
import { moveOrders } from "./move-order.server.ts";
import { recordOrderEvents } from "./record-order-event.server.ts";

export const router = { actor: system("Pengarah pesanan"), as: "system" } as const;

/** The window whose capacity an order takes: the one its promise ends with. */
export function windowOf(order: { readonly promise_until: Date }): Date {
  const length = DELIVERY_WINDOWS[0].ends - DELIVERY_WINDOWS[0].starts;
  return addMinutes(order.promise_until, -length);
}

export type OrderToOffer = {
  readonly order: LockedOrder;
  readonly warung: Pick<JudgedWithTerms, "warungId" | "name" | "times">;
  readonly routingId: number;
};

/**
 * Offers placed orders each to one warung for its answering time; a test order takes nobody's place. A handful of
 * statements, however many orders.
 */
export async function offerOrders(tx: Tx, orders: readonly OrderToOffer[]): Promise<void> {
  if (orders.length === 0) return;
  const offeredAt = new Date();
  const minutes = env().OFFER_MINUTES;
  const offers = orders.map(({ order, warung, routingId }) => ({
    orderId: order.id,
    warungId: warung.warungId,
    routingId,
    offeredAt,
    remindAt: addOpeningMinutes(warung.times, offeredAt, minutes / 2),
    expiresAt: addOpeningMinutes(warung.times, offeredAt, minutes),
  }));
  const ids = await insertOffers(tx, offers);
  await moveOrders(
    tx,
    "placed",
    "offered",
    orders.map(({ order }, at) => ({
      order,
      deadlineAt: offers[at]!.expiresAt,
      heldWindow: order.is_test ? null : windowOf(order),
    })),
  );
  await enqueueAll(
    tx,
    offers.flatMap(({ orderId, remindAt, expiresAt }): PlannedJob[] => {
      const offerId = ids.get(orderId)!;
      return [
        {
          name: "remind-offer",
          payload: { offerId },
          options: { runAt: remindAt, key: `remind-offer:${offerId}` },
        },
        {
          name: "expire-offer",
          payload: { offerId },
          options: { runAt: expiresAt, key: `expire-offer:${offerId}` },
        },
      ];
    }),
  );
  await recordOrderEvents(
    tx,
    "offered",
    router,
    orders.map(({ order, warung }) => ({
      orderId: order.id,
      detail: { warungId: warung.warungId, warung: warung.name },
    })),
  );
  await announceAll(
    tx,
    orders.map(({ warung }) => `warung:${warung.warungId}` as const),
  );
}
