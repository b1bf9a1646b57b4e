import { PIN_TRIES } from "./failure-reasons.ts";

/** Whether only an officer can still say that the buyer has the goods: the PIN was wrong too often. */
export function canConfirm(order: { readonly status: string; readonly pin_tries: number }): boolean {
  return ["out_for_delivery", "ready_for_pickup"].includes(order.status) && order.pin_tries >= PIN_TRIES;
}
