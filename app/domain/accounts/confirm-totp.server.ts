import type { Db } from "#db/client.server.ts";
import {
  findTotp,
  lockAccount,
  markSecondFactor,
  updateTotp,
  updateTotpStep,
} from "#db/queries/second-factor.ts";
import { now } from "../../lib/clock.ts";
import { BadInput, StaleRecord } from "../../lib/errors.ts";
import { open } from "../../lib/secret-box.server.ts";
import { type Actor, asPerson } from "./actor.ts";
import { limitTries } from "./limit-tries.server.ts";
import { sessionHash } from "./open-session.server.ts";
import { giveRecoveryCodes } from "./recovery-codes.server.ts";
import { totpStep } from "./totp.server.ts";

/**
 * The authenticator app shows the right code: from now on it is asked for at every log-in, and this session counts as
 * proven. The same form once more gives new recovery codes, as those of the first answer were never read.
 * @returns ten recovery codes, to be shown once
 * @throws NotLoggedIn, BadInput when the code is wrong, StaleRecord when an app is set up already, TooManyTries
 */
export async function confirmTotp(
  actor: Actor,
  db: Db,
  { code, sessionToken }: { code: string; sessionToken: string },
): Promise<string[]> {
  const { accountId } = asPerson(actor);
  await limitTries(db, { what: "pasang-dua-langkah", by: String(accountId), most: 20, minutes: 15 });
  return db.transaction().execute(async (tx) => {
    await lockAccount(tx, accountId);
    const state = await findTotp(tx, accountId);
    if (!state?.sealed) throw new StaleRecord("akun");
    const step = totpStep(open("totp", state.sealed), code, now());
    if (state.confirmed && step !== state.lastStep) throw new StaleRecord("akun");
    if (step === undefined) {
      throw new BadInput({
        kode: "Kode tidak cocok. Periksa jam ponsel Anda, lalu ketik kode yang sedang tampil.",
      });
    }
    await updateTotp(tx, accountId, state.sealed);
    await updateTotpStep(tx, accountId, step);
    await markSecondFactor(tx, accountId, sessionHash(sessionToken));
    return giveRecoveryCodes(tx, accountId);
  });
}
