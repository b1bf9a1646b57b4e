import type { Db } from "#db/client.server.ts";
import { deleteTries, findAccountByMobile, insertSession } from "#db/queries/accounts.ts";
import { addMinutes } from "../../lib/clock.ts";
import { BadInput } from "../../lib/errors.ts";
import { fingerprint, randomToken } from "../../lib/secret.server.ts";
import { limitTries, triesKey } from "./limit-tries.server.ts";
import { passwordMatches } from "./password.server.ts";

export const SESSION_DAYS = 30;
const TRIES_PER_NUMBER = 8;
const TRIES_PER_ADDRESS = 60;
const WINDOW_MINUTES = 15;

/** What is kept of a session's token. */
export function sessionHash(token: string): Buffer {
  return fingerprint("session", token);
}

/**
 * Opens a session for the right number and password.
 * @param mobile E.164
 * @returns the session's token for the cookie
 * @throws BadInput when they do not match (without telling which), TooManyTries
 */
export async function logIn(
  db: Db,
  { mobile, password, address }: { mobile: string; password: string; address: string },
): Promise<string> {
  await limitTries(
    db,
    { what: "masuk:nomor", by: mobile, most: TRIES_PER_NUMBER, minutes: WINDOW_MINUTES },
    { what: "masuk:alamat", by: address, most: TRIES_PER_ADDRESS, minutes: WINDOW_MINUTES },
  );
  const account = await findAccountByMobile(db, mobile);
  if (!(await passwordMatches(account?.password_hash, password))) {
    throw new BadInput({ kata_sandi: "Nomor HP atau kata sandi tidak cocok. Periksa lagi keduanya." });
  }
  const token = randomToken(32);
  await insertSession(db, sessionHash(token), account!.id, addMinutes(new Date(), SESSION_DAYS * 24 * 60));
  await deleteTries(db, triesKey({ what: "masuk:nomor", by: mobile }));
  return token;
}
