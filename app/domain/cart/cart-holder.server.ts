import type { CartHolder } from "#db/queries/cart.ts";
import { fingerprint } from "../../lib/secret.server.ts";
import type { Actor } from "../accounts/actor.ts";

/** Whose cart this is: the account's for a logged-in person, else the one behind the cookie's token; null = none yet. */
export function cartHolder(actor: Actor, token: string | undefined): CartHolder | null {
  if (actor.kind === "person") return { accountId: actor.accountId };
  return token ? { tokenHash: cartTokenHash(token) } : null;
}

/** What is kept of a cart's token. */
export function cartTokenHash(token: string): Buffer {
  return fingerprint("cart", token);
}
