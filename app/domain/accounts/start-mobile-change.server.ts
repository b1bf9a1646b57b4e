import type { Db } from "#db/client.server.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asPerson } from "./actor.ts";
import { confirmPassword } from "./confirm-password.server.ts";
import { sendCode } from "./send-code.server.ts";

/**
 * Sends a code to the number that is to become the account's.
 * @param mobile E.164
 * @throws NotLoggedIn, BadInput when the password is wrong or it is the present number, TooManyTries
 */
export async function startMobileChange(
  actor: Actor,
  db: Db,
  { token, mobile, password, address }: { token: string; mobile: string; password: string; address: string },
): Promise<void> {
  const person = asPerson(actor);
  if (mobile === person.mobile) throw new BadInput({ no_hp: "Ini sudah nomor akun Anda." });
  const { name } = await confirmPassword(db, person, password);
  await sendCode(db, { purpose: "mobile", token, mobile, name, accountId: person.accountId, address });
}
