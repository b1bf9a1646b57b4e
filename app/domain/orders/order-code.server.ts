import { randomInt } from "node:crypto";

/** No 0/O, 1/I/L, U: read out on the phone without mistakes. 30^6 = 729 million codes. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A new order code such as `LL-7K3M9Q`. */
export function newOrderCode(): string {
  return `LL-${Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join("")}`;
}

/** A new 4-digit PIN for the receiver. */
export function newPin(): string {
  return String(randomInt(10_000)).padStart(4, "0");
}
