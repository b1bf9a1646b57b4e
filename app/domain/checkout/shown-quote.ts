import { promiseText } from "../warung/delivery-window.ts";
import type { Quote } from "./find-quote.server.ts";

/** A quote as pages show it: promises in words, costs in rupiah. */
export function shownQuote({ cart, parts, deliveryFee, firstLegFee, total, pickup }: Quote, now: Date) {
  return {
    parts: parts.map(({ lines, promise, warung }) => ({ lines, warung, promise: promiseText(promise, now) })),
    costs: {
      goodsTotal: cart.goodsTotal,
      deliveryFee,
      firstLegFee,
      total,
      trips: parts.length,
      pickup: pickup !== null,
    },
  };
}
