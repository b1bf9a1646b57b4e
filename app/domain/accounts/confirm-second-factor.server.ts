import type { Db, Tx } from "#db/client.server.ts";
import { deleteTries } from "#db/queries/accounts.ts";
import { lockTotp, markSecondFactor, spendRecoveryCode, updateTotpStep } from "#db/queries/second-factor.ts";
import { now } from "../../lib/clock.ts";
import { BadInput } from "../../lib/errors.ts";
import { open } from "../../lib/secret-box.server.ts";
import { type Actor, asLoggedIn } from "./actor.ts";
import { limitTries, triesKey } from "./limit-tries.server.ts";
import { sessionHash } from "./open-session.server.ts";
import { recoveryCodeHash } from "./recovery-code.server.ts";
import { totpStep } from "./totp.server.ts";

const TRIES = 6;
const WINDOW_MINUTES = 15;

/** Whether the code is right; one that was used does not serve again. */
async function isRight(tx: Tx, accountId: number, code: string): Promise<boolean> {
  const recovery = recoveryCodeHash(code);
  if (recovery) return spendRecoveryCode(tx, accountId, recovery);
  const totp = await lockTotp(tx, accountId);
  if (!totp) return false;
  const step = totpStep(open("totp", totp.sealed), code.replace(/\D/g, ""), now());
  if (step === undefined || step <= totp.lastStep) return false;
  await updateTotpStep(tx, accountId, step);
  return true;
}

/**
 * Lets this session do an officer's work, after the code of the authenticator app or a recovery code.
 * @param sessionToken the cookie's
 * @throws NotLoggedIn, BadInput when the code is wrong or was used, TooManyTries
 */
export async function confirmSecondFactor(
  actor: Actor,
  db: Db,
  { code, sessionToken }: { code: string; sessionToken: string },
): Promise<void> {
  const { accountId } = asLoggedIn(actor);
  const tries = { what: "kode-dua-langkah", by: String(accountId) };
  await limitTries(db, { ...tries, most: TRIES, minutes: WINDOW_MINUTES });
  const right = await db.transaction().execute(async (tx) => {
    if (!(await isRight(tx, accountId, code))) return false;
    await markSecondFactor(tx, accountId, sessionHash(sessionToken));
    return true;
  });
  if (!right)
    throw new BadInput({
      kode: "Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya, lalu coba lagi.",
    });
  await deleteTries(db, triesKey(tries));
}
