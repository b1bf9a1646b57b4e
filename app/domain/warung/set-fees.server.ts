import type { Db } from "#db/client.server.ts";
import { replaceFees } from "#db/queries/warung-import.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asWarungOwner } from "../accounts/actor.ts";
import { announceWarung } from "./announce-warung.server.ts";
import type { FeeStep } from "./delivery-fee.ts";

/**
 * The owner sets the whole fee table: up to so many metres, so many rupiah.
 * @throws NotLoggedIn, NotAllowed, BadInput for an empty table, a distance twice, or a farther way that costs less
 */
export async function setFees(actor: Actor, db: Db, { steps }: { steps: readonly FeeStep[] }): Promise<void> {
  const { warungId } = asWarungOwner(actor).warung;
  if (steps.length === 0) throw new BadInput({ tarif: "Isi sedikitnya satu tarif." });
  const sorted = steps.toSorted((a, b) => a.up_to_m - b.up_to_m);
  for (const [at, step] of sorted.entries()) {
    const before = sorted[at - 1];
    if (before?.up_to_m === step.up_to_m) throw new BadInput({ tarif: "Jarak yang sama terisi dua kali." });
    if (before && before.fee > step.fee) {
      throw new BadInput({ tarif: "Yang lebih jauh tidak boleh lebih murah. Periksa lagi tarifnya." });
    }
  }
  await db.transaction().execute(async (tx) => {
    await replaceFees(
      tx,
      [warungId],
      sorted.map((step) => ({ warung_id: warungId, ...step })),
    );
    await announceWarung(tx, warungId);
  });
}
