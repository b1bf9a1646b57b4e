import type { Tx } from "#db/client.server.ts";
import { insertOrderEvents } from "#db/queries/order-events.ts";
import type { Actor } from "../accounts/actor.ts";
import { announceAll, enqueueAll } from "../jobs/enqueue.server.ts";
import { isTold } from "./telling/tellings.ts";

export type OrderEventKind =
  | "awaiting_payment"
  | "placed"
  | "card_charged"
  | "card_lapsed"
  | "card_refunded"
  | "offered"
  | "reminded"
  | "accepted"
  | "declined"
  | "expired"
  | "withdrawn"
  | "needs_officer"
  | "assigned"
  | "seller_confirmed"
  | "seller_handed_over"
  | "seller_received"
  | "shortage_asked"
  | "shortage_decided"
  | "left_shelf"
  | "ready"
  | "dispatched"
  | "delivery_failed"
  | "retry_planned"
  | "address_corrected"
  | "ready_for_pickup"
  | "pickup_chosen"
  | "pickup_reminded"
  | "pickup_overdue"
  | "wrong_pin"
  | "pin_locked"
  | "delivered"
  | "completed"
  | "cancelled"
  | "qris_claimed"
  | "qris_received"
  | "complaint_opened"
  | "complaint_answered"
  | "complaint_agreed"
  | "complaint_disputed"
  | "complaint_decided"
  | "complaint_withdrawn"
  | "complaint_exchange_ready"
  | "complaint_exchanged"
  | "complaint_refunded";

/** In which role a person acted: one account may have several. */
export type ActingAs = "buyer" | "seller" | "operator" | "officer" | "system";

type Who = { readonly actor: Actor; readonly as: ActingAs };
type Detail = Readonly<Record<string, unknown>>;

/** Writes who did what to the order, and tells its tracking page and whoever has to hear of it (`telling/told.ts`). */
export async function recordOrderEvent(
  tx: Tx,
  orderId: number,
  kind: OrderEventKind,
  who: Who,
  detail: Detail = {},
): Promise<void> {
  await recordOrderEvents(tx, kind, who, [{ orderId, detail }]);
}

/** As `recordOrderEvent`, for several orders that the same happened to. */
export async function recordOrderEvents(
  tx: Tx,
  kind: OrderEventKind,
  { actor, as }: Who,
  orders: readonly { readonly orderId: number; readonly detail: Detail }[],
): Promise<void> {
  const by = {
    actorKind: as,
    actorAccountId: actor.kind === "person" ? actor.accountId : null,
    actorName: actor.kind === "guest" ? "Pembeli" : actor.name,
  };
  const eventIds = await insertOrderEvents(
    tx,
    orders.map(({ orderId, detail }) => ({ orderId, kind, ...by, detail })),
  );
  await announceAll(
    tx,
    orders.map(({ orderId }) => `order:${orderId}` as const),
  );
  if (isTold(kind)) {
    const jobs = eventIds.map((eventId) => ({
      name: "tell-order-event" as const,
      payload: { eventId },
      options: {},
    }));
    await enqueueAll(tx, jobs);
  }
}
