import type { Db } from "#db/client.server.ts";
import { deleteTries, findAccountByMobile, updatePassword } from "#db/queries/accounts.ts";
import { findCode, takeCode } from "#db/queries/codes.ts";
import { deleteSessionsOf } from "#db/queries/sessions.ts";
import { BadInput } from "../../lib/errors.ts";
import { checkCode } from "./check-code.server.ts";
import { joinByMobile } from "./join-by-mobile.server.ts";
import { triesKey } from "./limit-tries.server.ts";
import { openSession } from "./open-session.server.ts";
import { hashPassword } from "./password.server.ts";
import { weakPassword } from "./password-rules.ts";
import { codeTokenHash } from "./send-code.server.ts";

/**
 * Gives an account a new password by the code that was sent to its number. All its sessions end, and one opens here;
 * a second factor stays as it was.
 * @returns the session's token
 * @throws BadInput when the code does not hold or the password is weak
 */
export async function finishPasswordReset(
  db: Db,
  {
    token,
    code,
    password,
    device,
  }: { token: string | undefined; code: string; password: string; device: string | null },
): Promise<string> {
  // first, so that a weak password costs no try
  const asked = token ? await findCode(db, "password", codeTokenHash(token)) : undefined;
  const weak = weakPassword(password, asked?.mobile ?? "");
  if (weak) throw new BadInput({ kata_sandi: weak });
  const { id, mobile } = await checkCode(db, { purpose: "password", token, code });
  const passwordHash = await hashPassword(password);
  const session = await db.transaction().execute(async (tx) => {
    const isFirst = await takeCode(tx, id);
    const account = await findAccountByMobile(tx, mobile);
    if (!account) throw new BadInput({ kode: "Akun ini sudah tidak ada. Daftar lagi dengan nomor ini." });
    if (isFirst) {
      await updatePassword(tx, account.id, passwordHash);
      await deleteSessionsOf(tx, account.id);
      await joinByMobile(tx, { accountId: account.id, mobile });
    }
    return openSession(tx, { accountId: account.id, device });
  });
  await deleteTries(db, triesKey({ what: "masuk:nomor", by: mobile }));
  return session;
}
