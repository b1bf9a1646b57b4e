import { randomInt } from "node:crypto";
import { fingerprint } from "../../lib/secret.server.ts";

/** Without letters and digits that are read for one another. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

const part = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join("");

/** A one-time code for who lost the phone: `7K3M9-QX4TB`, 49 bits. */
export function newRecoveryCode(): string {
  return `${part()}-${part()}`;
}

/** What is kept of a recovery code, however it was typed; undefined when it cannot be one. */
export function recoveryCodeHash(typed: string): Buffer | undefined {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
  return letters.length === 10 ? fingerprint("recovery-code", letters) : undefined;
}
