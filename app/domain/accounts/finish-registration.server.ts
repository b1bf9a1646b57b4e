import type { Db } from "#db/client.server.ts";
import { findAccountByMobile, insertAccount } from "#db/queries/accounts.ts";
import { takeCode } from "#db/queries/codes.ts";
import { BadInput } from "../../lib/errors.ts";
import { checkCode } from "./check-code.server.ts";
import { joinByMobile } from "./join-by-mobile.server.ts";
import { openSession } from "./open-session.server.ts";

/**
 * The code is right: the account begins, with all that was kept under its number, and a session is open. The same form
 * once more opens another session of the same account.
 * @returns the session's token
 * @throws BadInput when the code does not hold, or the number got an account meanwhile
 */
export async function finishRegistration(
  db: Db,
  { token, code, device }: { token: string | undefined; code: string; device: string | null },
): Promise<string> {
  const { id, mobile, name, password_hash } = await checkCode(db, { purpose: "register", token, code });
  return db.transaction().execute(async (tx) => {
    const isFirst = await takeCode(tx, id);
    const accountId = isFirst
      ? await insertAccount(tx, { mobile, name: name!, passwordHash: password_hash! })
      : (await findAccountByMobile(tx, mobile))?.id;
    if (accountId === undefined) {
      throw new BadInput({ kode: "Nomor ini sudah punya akun. Masuk dengan nomor dan kata sandinya." });
    }
    if (isFirst) await joinByMobile(tx, { accountId, mobile });
    return openSession(tx, { accountId, device });
  });
}
