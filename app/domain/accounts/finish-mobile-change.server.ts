import type { Db } from "#db/client.server.ts";
import { updateMobile } from "#db/queries/accounts.ts";
import { takeCode } from "#db/queries/codes.ts";
import { BadInput, NotAllowed } from "../../lib/errors.ts";
import { mobileText } from "../../lib/mobile.ts";
import { sendMessage } from "../notifications/send-message.server.ts";
import { type Actor, asPerson } from "./actor.ts";
import { checkCode } from "./check-code.server.ts";
import { joinByMobile } from "./join-by-mobile.server.ts";

/**
 * The code that was sent to the new number is right: the account has it from now on, and the old number is told. The
 * same form once more changes nothing.
 * @throws NotLoggedIn, BadInput when the code does not hold or the number got an account meanwhile
 */
export async function finishMobileChange(
  actor: Actor,
  db: Db,
  { token, code }: { token: string | undefined; code: string },
): Promise<void> {
  const person = asPerson(actor);
  const asked = await checkCode(db, { purpose: "mobile", token, code });
  if (asked.account_id !== person.accountId) throw new NotAllowed();
  await db.transaction().execute(async (tx) => {
    if (!(await takeCode(tx, asked.id))) return;
    // before the change, so that the notice belongs to this account
    await sendMessage(tx, {
      key: `mobile-changed:${asked.id}`,
      kind: "akun",
      subject: "Nomor akun diganti",
      to: { name: person.name, mobile: person.mobile },
      body: `Akun Lapak Lampung Anda sekarang memakai nomor lain (berakhiran ${mobileText(asked.mobile).slice(-4)}). Bukan Anda? Segera hubungi dinas koperasi dan UMKM kabupaten/kota Anda.`,
      regencyCode: null,
    });
    if (!(await updateMobile(tx, person.accountId, asked.mobile))) {
      throw new BadInput({ kode: "Nomor ini sudah dipakai akun lain." });
    }
    await joinByMobile(tx, { accountId: person.accountId, mobile: asked.mobile });
  });
}
