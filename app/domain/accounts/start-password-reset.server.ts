import type { Db } from "#db/client.server.ts";
import { sendCode } from "./send-code.server.ts";

/**
 * Sends the code for a new password. Whether the number has an account is told to the number alone.
 * @param mobile E.164
 * @throws TooManyTries
 */
export async function startPasswordReset(
  db: Db,
  { token, mobile, address }: { token: string; mobile: string; address: string },
): Promise<void> {
  await sendCode(db, { purpose: "password", token, mobile, address });
}
