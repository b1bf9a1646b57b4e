import type { Db } from "#db/client.server.ts";
import { countTry, deleteTries, findAccountByMobile, insertSession } from "#db/queries/accounts.ts";
import { addMinutes } from "../../lib/clock.ts";
import { BadInput, TooManyTries } from "../../lib/errors.ts";
import { fingerprint, randomToken } from "../../lib/secret.server.ts";
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
  const numberKey = `masuk:nomor:${fingerprint("tries", mobile).toString("hex")}`;
  const [number, place] = await Promise.all([
    countTry(db, numberKey, WINDOW_MINUTES),
    countTry(db, `masuk:alamat:${address}`, WINDOW_MINUTES),
  ]);
  if (number.tries > TRIES_PER_NUMBER || place.tries > TRIES_PER_ADDRESS)
    throw new TooManyTries(number.secondsLeft);

  const account = await findAccountByMobile(db, mobile);
  if (!(await passwordMatches(account?.password_hash, password))) {
    throw new BadInput({ kata_sandi: "Nomor HP atau kata sandi tidak cocok. Periksa lagi keduanya." });
  }
  const token = randomToken(32);
  await insertSession(db, sessionHash(token), account!.id, addMinutes(new Date(), SESSION_DAYS * 24 * 60));
  await deleteTries(db, numberKey);
  return token;
}
