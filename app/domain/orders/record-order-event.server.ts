import type { Tx } from "#db/client.server.ts";
import { insertOrderEvent } from "#db/queries/orders.ts";
import type { Actor } from "../accounts/actor.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";
import { isTold } from "./telling/tellings.ts";

export type OrderEventKind =
  | "placed"
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

/** Writes who did what to the order, and tells its tracking page and whoever has to hear of it (`telling/told.ts`). */
export async function recordOrderEvent(
  tx: Tx,
  orderId: number,
  kind: OrderEventKind,
  who: { readonly actor: Actor; readonly as: ActingAs },
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const eventId = await insertOrderEvent(tx, {
    orderId,
    kind,
    actorKind: who.as,
    actorAccountId: who.actor.kind === "person" ? who.actor.accountId : null,
    actorName: who.actor.kind === "guest" ? "Pembeli" : who.actor.name,
    detail,
  });
  await announce(tx, `order:${orderId}`);
  if (isTold(kind)) await enqueue(tx, "tell-order-event", { eventId });
}
