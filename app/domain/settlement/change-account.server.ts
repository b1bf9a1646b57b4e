import type { Db } from "#db/client.server.ts";
import { findPayeeAccount, updatePayeeAccount } from "#db/queries/payee-accounts.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asSeller, asWarungOwner } from "../accounts/actor.ts";
import { sendMessage } from "../notifications/send-message.server.ts";
import { type GivenAccount, sealAccount } from "../umkm/seal-account.server.ts";

/** Whose account it is: a seller's business, or a warung of which this person is the owner. */
export function accountHolder(actor: Actor, as: "seller" | "operator") {
  return as === "seller"
    ? ({ thing: "umkm", id: asSeller(actor).umkm.umkmId } as const)
    : ({ thing: "warung", id: asWarungOwner(actor).warung.warungId } as const);
}

/**
 * Changes where a seller or a warung is paid to. An officer looks at it before the next transfer, and the number on
 * record hears of it: somebody else may hold the phone.
 * @throws NotLoggedIn, NotAllowed for a warung's staff, BadInput
 */
export async function changeAccount(
  actor: Actor,
  db: Db,
  { as, ...given }: GivenAccount & { as: "seller" | "operator" },
): Promise<void> {
  const holder = accountHolder(actor, as);
  const account = await sealAccount(db, given);
  await db.transaction().execute(async (tx) => {
    const before = await findPayeeAccount(tx, holder);
    if (given.accountNumber === null && !before?.bank_account_last4) {
      throw new BadInput({ rekening: "Isi nomor rekening." });
    }
    const changed = await updatePayeeAccount(tx, holder, account);
    await sendMessage(tx, {
      key: `bank-account:${holder.thing}:${holder.id}:${changed.version}`,
      kind: "settlement",
      subject: "Rekening diganti",
      to: { name: changed.name, mobile: changed.mobile },
      body: `Lapak Lampung: rekening untuk ${changed.name} baru saja diganti menjadi yang berakhiran ${changed.bank_account_last4}. Petugas memeriksanya sebelum transfer berikutnya. Bukan Anda? Hubungi dinas koperasi dan UMKM sekarang.`,
      regencyCode: changed.regency_code,
    });
  });
}
