import type { Db } from "#db/client.server.ts";
import { findSealedNumbers } from "#db/queries/umkm-application.ts";
import { listBanks, updateUmkm } from "#db/queries/umkm-draft.ts";
import { BadInput } from "../../lib/errors.ts";
import { seal } from "../../lib/secret-box.server.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { takeOwnApplication } from "./take-own-application.server.ts";

/**
 * Step "rekening" of an application: where money is paid to. The number is kept sealed, its last four digits in the open.
 * @param accountNumber 5 to 20 digits; null keeps the one on record
 * @throws NotLoggedIn, NotAllowed, StaleRecord, BadInput
 */
export async function saveBankAccount(
  actor: Actor,
  db: Db,
  given: { readonly bank: string; readonly accountNumber: string | null; readonly holder: string },
): Promise<void> {
  const { umkm } = asSeller(actor);
  const { accountNumber, bank, holder } = given;
  if (!(await listBanks(db)).some(({ code }) => code === bank)) {
    throw new BadInput({ bank: "Pilih bank dari daftar." });
  }
  if (accountNumber !== null && !/^\d{5,20}$/.test(accountNumber)) {
    throw new BadInput({ rekening: "Nomor rekening terdiri dari 5 sampai 20 angka." });
  }
  await db.transaction().execute(async (tx) => {
    await takeOwnApplication(tx, umkm.umkmId);
    if (accountNumber === null) {
      const sealed = await findSealedNumbers(tx, umkm.umkmId);
      if (!sealed?.bank_account_sealed) throw new BadInput({ rekening: "Isi nomor rekening." });
      return updateUmkm(tx, umkm.umkmId, { bank_code: bank, bank_account_holder: holder });
    }
    await updateUmkm(tx, umkm.umkmId, {
      bank_code: bank,
      bank_account_holder: holder,
      bank_account_sealed: seal("bank-account", accountNumber),
      bank_account_last4: accountNumber.slice(-4),
    });
  });
}
