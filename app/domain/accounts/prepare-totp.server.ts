import type { Db } from "#db/client.server.ts";
import { findTotp, keepTotpSecret } from "#db/queries/second-factor.ts";
import { open, seal } from "../../lib/secret-box.server.ts";
import { type Actor, asPerson } from "./actor.ts";
import { newTotpSecret, totpAddress } from "./totp.server.ts";

/**
 * The secret to put into an authenticator app: the same at each look, until a code proves it (`confirmTotp`).
 * @returns the secret in base 32, and what its QR code says; undefined when an app is set up already
 * @throws NotLoggedIn, SecondFactorNeeded
 */
export async function prepareTotp(
  db: Db,
  actor: Actor,
): Promise<{ readonly secret: string; readonly address: string } | undefined> {
  const { accountId, mobile } = asPerson(actor);
  const state = await findTotp(db, accountId);
  if (!state || state.confirmed) return undefined;
  const sealed = state.sealed ?? (await keepTotpSecret(db, accountId, seal("totp", newTotpSecret())));
  const secret = open("totp", sealed);
  return { secret, address: totpAddress(secret, mobile) };
}
