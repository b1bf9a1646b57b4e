import { randomInt } from "node:crypto";

/** No 0/O, 1/I/L, U: read out on the phone without mistakes. 30^6 = 729 million codes. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A code that people read to each other, such as `LL-7K3M9Q`. */
export function newShortCode(prefix: "LL" | "TJ" | "PB" | "BT" | "OM" | "ST", letters = 6): string {
  return `${prefix}-${Array.from({ length: letters }, () => LETTERS[randomInt(LETTERS.length)]).join("")}`;
}
