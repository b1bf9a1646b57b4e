import type { Db } from "#db/client.server.ts";
import { deleteTries, findAccountByMobile } from "#db/queries/accounts.ts";
import { BadInput } from "../../lib/errors.ts";
import { joinByMobile } from "./join-by-mobile.server.ts";
import { limitTries, triesKey } from "./limit-tries.server.ts";
import { openSession } from "./open-session.server.ts";
import { passwordMatches } from "./password.server.ts";

const TRIES_PER_NUMBER = 8;
const TRIES_PER_ADDRESS = 60;
const WINDOW_MINUTES = 15;

/**
 * Opens a session for the right number and password, and brings in what was written down under the number since.
 * @param mobile E.164
 * @returns the session's token for the cookie
 * @throws BadInput when they do not match (without telling which), TooManyTries
 */
export async function logIn(
  db: Db,
  {
    mobile,
    password,
    address,
    device = null,
  }: { mobile: string; password: string; address: string; device?: string | null },
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
  const accountId = account!.id;
  const token = await db.transaction().execute(async (tx) => {
    await joinByMobile(tx, { accountId, mobile });
    return openSession(tx, { accountId, device });
  });
  await deleteTries(db, triesKey({ what: "masuk:nomor", by: mobile }));
  return token;
}
