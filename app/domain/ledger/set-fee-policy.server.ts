import type { Db } from "#db/client.server.ts";
import { insertFeePolicy } from "#db/queries/fee-policies.ts";
import { dateText, midnightWib, now } from "../../lib/clock.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asProvince } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { MOST_PERCENT, NOTICE_DAYS, percentText, soonestFeeDay } from "./fee-days.ts";

/**
 * Decides what is kept of sellers' goods from a day on, which sellers read beforehand. What was handed over before keeps
 * the policy of its day.
 * @param commissionBp goes to the platform, @param handlingBp to the warung: basis points
 * @throws NotLoggedIn, NotAllowed, SecondFactorNeeded, BadInput
 */
export async function setFeePolicy(
  actor: Actor,
  db: Db,
  { startsOn, commissionBp, handlingBp }: { startsOn: string; commissionBp: number; handlingBp: number },
): Promise<void> {
  const officer = asProvince(actor);
  const soonest = soonestFeeDay(now());
  if (startsOn < soonest) {
    throw new BadInput({
      mulai: `Paling cepat ${dateText(midnightWib(soonest))}: penjual tahu ${NOTICE_DAYS} hari sebelumnya.`,
    });
  }
  if (commissionBp + handlingBp > MOST_PERCENT * 100) {
    throw new BadInput({ komisi: `Berdua paling banyak ${MOST_PERCENT} %.` });
  }
  await db.transaction().execute(async (tx) => {
    const policy = { startsOn, commissionBp, handlingBp, decidedBy: officer.name };
    if (!(await insertFeePolicy(tx, policy))) {
      throw new BadInput({ mulai: "Sudah ada ketentuan yang mulai pada tanggal itu." });
    }
    await recordAudit(tx, actor, {
      action: "fee.set",
      thing: "fee",
      key: startsOn,
      name: "Potongan penjualan",
      regencyCode: null,
      detail: { from: startsOn, commission: percentText(commissionBp), handling: percentText(handlingBp) },
    });
  });
}
