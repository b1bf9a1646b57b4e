import type { Db } from "#db/client.server.ts";
import { findSealedNumbers } from "#db/queries/umkm-application.ts";
import { updateUmkm } from "#db/queries/umkm-draft.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { type GivenAccount, sealAccount } from "./seal-account.server.ts";
import { takeOwnApplication } from "./take-own-application.server.ts";

/**
 * Step "rekening" of an application: where money is paid to. The number is kept sealed, its last four digits in the open.
 * @throws NotLoggedIn, NotAllowed, StaleRecord, BadInput
 */
export async function saveBankAccount(actor: Actor, db: Db, given: GivenAccount): Promise<void> {
  const { umkm } = asSeller(actor);
  const account = await sealAccount(db, given);
  await db.transaction().execute(async (tx) => {
    await takeOwnApplication(tx, umkm.umkmId);
    if (given.accountNumber === null && !(await findSealedNumbers(tx, umkm.umkmId))?.bank_account_sealed) {
      throw new BadInput({ rekening: "Isi nomor rekening." });
    }
    await updateUmkm(tx, umkm.umkmId, account);
  });
}
