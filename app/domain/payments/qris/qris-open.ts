import type { OrderStatus } from "../../orders/order-status.ts";

/** With a warung, and not handed over yet: then its QRIS is shown to the buyer. */
const OPEN: readonly OrderStatus[] = [
  "accepted",
  "awaiting_buyer",
  "ready",
  "out_for_delivery",
  "ready_for_pickup",
  "delivery_failed",
];

/** Whether the buyer of an order in this state is asked to pay its warung's QRIS. */
export function isQrisOpen(status: OrderStatus): boolean {
  return OPEN.includes(status);
}
