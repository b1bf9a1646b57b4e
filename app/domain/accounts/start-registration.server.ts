import type { Db } from "#db/client.server.ts";
import { BadInput } from "../../lib/errors.ts";
import { hashPassword } from "./password.server.ts";
import { weakPassword } from "./password-rules.ts";
import { sendCode } from "./send-code.server.ts";

export type Registration = {
  /** of the browser; the code is found by it */
  readonly token: string;
  readonly name: string;
  /** E.164 */
  readonly mobile: string;
  readonly password: string;
  readonly address: string;
};

/**
 * Sends the code that confirms a number. Nothing exists yet, and nobody is told whether the number has an account.
 * @throws BadInput for a weak password, TooManyTries
 */
export async function startRegistration(
  db: Db,
  { token, name, mobile, password, address }: Registration,
): Promise<void> {
  const weak = weakPassword(password, mobile);
  if (weak) throw new BadInput({ kata_sandi: weak });
  const passwordHash = await hashPassword(password);
  await sendCode(db, { purpose: "register", token, mobile, name, passwordHash, address });
}
