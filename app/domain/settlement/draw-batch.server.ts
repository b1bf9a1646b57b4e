import type { Db } from "#db/client.server.ts";
import { findBatchByForm, insertBatch } from "#db/queries/payouts.ts";
import { BadInput } from "../../lib/errors.ts";
import { newShortCode } from "../../lib/short-code.server.ts";
import { type Actor, asProvince } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";

/**
 * Puts every settlement whose account was found right into one batch for the bank. The same form once more finds its
 * batch; of two officers at once the second has nothing left to put into one.
 * @returns the batch's code
 * @throws NotLoggedIn, NotAllowed, SecondFactorNeeded, BadInput when there is nothing to transfer
 */
export async function drawBatch(actor: Actor, db: Db, { formKey }: { formKey: string }): Promise<string> {
  const officer = asProvince(actor);
  return db.transaction().execute(async (tx) => {
    const before = await findBatchByForm(tx, formKey);
    if (before) return before;
    const code = newShortCode("BT");
    const { count, amount } = await insertBatch(tx, { code, formKey, drawnBy: officer.name });
    if (count === 0) {
      const same = await findBatchByForm(tx, formKey);
      if (same) return same;
      throw new BadInput({ berkas: "Tidak ada lagi yang menunggu ditransfer." });
    }
    await recordAudit(tx, actor, {
      action: "settlement.batch",
      thing: "settlement",
      key: code,
      name: `Berkas transfer ${code}`,
      regencyCode: null,
      detail: { rows: count, amount },
    });
    return code;
  });
}
