import type { Db } from "#db/client.server.ts";
import { moveHandIn } from "#db/queries/hand-ins.ts";
import { StaleRecord } from "../../../lib/errors.ts";
import { rupiah } from "../../../lib/rupiah.ts";
import { type Actor, asOfficer, requireOfficerOf } from "../../accounts/actor.ts";
import { recordAudit } from "../../audit/record-audit.server.ts";
import { takeHandIn } from "./take-hand-in.server.ts";
import { tellWarungOfHandIn } from "./tell-warung.server.ts";

/**
 * The money never arrived, or the proof is of something else: nothing is booked, the warung still holds it.
 * @throws NotLoggedIn, NotAllowed for another regency, SecondFactorNeeded, NotFound, StaleRecord when it ended meanwhile
 */
export async function rejectHandIn(
  actor: Actor,
  db: Db,
  { code, reason }: { code: string; reason: string },
): Promise<void> {
  const officer = asOfficer(actor);
  await db.transaction().execute(async (tx) => {
    const handIn = await takeHandIn(tx, code);
    requireOfficerOf(actor, handIn.regency_code);
    if (!(await moveHandIn(tx, handIn.id, "rejected", { reason, by: officer.accountId })))
      throw new StaleRecord("setoran");
    await recordAudit(tx, actor, {
      action: "money.reject",
      thing: "money",
      key: code,
      name: code,
      regencyCode: handIn.regency_code,
      detail: { before: rupiah(handIn.amount), reason },
    });
    await tellWarungOfHandIn(
      tx,
      handIn,
      () =>
        `Setoran ${code} ${rupiah(handIn.amount)} ditolak petugas: ${reason}. Uangnya tetap tercatat di tangan Anda.`,
    );
  });
}
