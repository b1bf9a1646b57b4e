import { now } from "../../lib/clock.ts";

/** Whether the next action of an order should have been done by now. */
export function isOverdue(order: { readonly deadline_at: Date | null }, at = now()): boolean {
  return order.deadline_at !== null && order.deadline_at <= at;
}
