import { randomInt } from "node:crypto";
import { newShortCode } from "../../lib/short-code.server.ts";

/** A new order code such as `LL-7K3M9Q`. */
export function newOrderCode(): string {
  return newShortCode("LL");
}

/** A new 4-digit PIN for the receiver. */
export function newPin(): string {
  return String(randomInt(10_000)).padStart(4, "0");
}
