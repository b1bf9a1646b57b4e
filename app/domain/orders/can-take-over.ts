import type { OrderStatus } from "./order-status.ts";

const WITH_A_WARUNG = [
  "accepted",
  "awaiting_buyer",
  "ready",
  "out_for_delivery",
] as const satisfies readonly OrderStatus[];

/** While an order is with a warung, an officer may take it away again. */
export function canTakeOver(status: OrderStatus): status is (typeof WITH_A_WARUNG)[number] {
  return (WITH_A_WARUNG as readonly OrderStatus[]).includes(status);
}
