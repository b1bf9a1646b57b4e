/** After a failed try the buyer may say better where they live, as long as the warung has not set out again. */
export function canCorrectAddress(order: {
  readonly status: string;
  readonly delivery_tries: number;
  readonly fulfilment: string;
}): boolean {
  if (order.fulfilment !== "delivery") return false;
  return order.status === "delivery_failed" || (order.status === "ready" && order.delivery_tries > 0);
}
