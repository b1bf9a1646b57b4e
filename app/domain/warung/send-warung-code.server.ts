import { randomInt } from "node:crypto";
import type { Db } from "#db/client.server.ts";
import { upsertWarungCode } from "#db/queries/warung-people.ts";
import { addMinutes, now } from "../../lib/clock.ts";
import { fingerprint } from "../../lib/secret.server.ts";
import { type Actor, asWarungOwner } from "../accounts/actor.ts";
import { limitTries } from "../accounts/limit-tries.server.ts";
import { sendMessage } from "../notifications/send-message.server.ts";
import { takeWarung } from "./move-warung.server.ts";

export const CODE_MINUTES = 10;
const CODES_PER_HOUR = 5;

/** What is kept of a code. */
export function warungCodeHash(warungId: number, mobile: string, code: string): Buffer {
  return fingerprint("warung-code", `${warungId}:${mobile}:${code}`);
}

/**
 * Sends six digits to the warung's own number, for `confirmWarungMobile`; those sent before hold no more.
 * @throws NotLoggedIn, NotAllowed, TooManyTries
 */
export async function sendWarungCode(actor: Actor, db: Db): Promise<void> {
  const { warungId } = asWarungOwner(actor).warung;
  await limitTries(db, { what: "warung:kode", by: String(warungId), most: CODES_PER_HOUR, minutes: 60 });
  await db.transaction().execute(async (tx) => {
    const warung = await takeWarung(tx, { id: warungId });
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    const at = now();
    await upsertWarungCode(tx, {
      warungId,
      mobile: warung.mobile,
      hash: warungCodeHash(warungId, warung.mobile, code),
      expiresAt: addMinutes(at, CODE_MINUTES),
    });
    await sendMessage(tx, {
      key: `warung-code:${warungId}:${at.getTime()}`,
      kind: "kode",
      subject: "Kode nomor warung",
      to: { name: warung.keeper_name, mobile: warung.mobile },
      body: `${code} adalah kode untuk memastikan nomor ${warung.name} di Lapak Lampung. Berlaku ${CODE_MINUTES} menit. Jangan berikan kepada siapa pun, juga kepada yang mengaku petugas.`,
      secret: true,
      regencyCode: null,
    });
  });
}
