import type { Db } from "#db/client.server.ts";
import { lockWarungMoney, moveHandIn } from "#db/queries/hand-ins.ts";
import { sumAccount } from "#db/queries/held-money.ts";
import { StaleRecord } from "../../../lib/errors.ts";
import { rupiah } from "../../../lib/rupiah.ts";
import { type Actor, asOfficer, requireOfficerOf } from "../../accounts/actor.ts";
import { recordAudit } from "../../audit/record-audit.server.ts";
import { account } from "../../ledger/accounts.ts";
import { postHandIn } from "../../ledger/post-hand-in.server.ts";
import { HAND_IN_LABEL } from "./hand-in-status.ts";
import { splitHandIn } from "./split-hand-in.ts";
import { takeHandIn } from "./take-hand-in.server.ts";
import { tellWarungOfHandIn } from "./tell-warung.server.ts";

function saidOf(counted: number, amount: number): string {
  if (counted === amount) return "";
  return counted < amount
    ? ` Anda mencatat ${rupiah(amount)}: ${rupiah(amount - counted)} kurang, dan tetap tercatat di tangan Anda.`
    : ` Anda mencatat ${rupiah(amount)}: ${rupiah(counted - amount)} lebih, dan mengurangi setoran berikutnya.`;
}

/**
 * An officer of the warung's regency counted what it handed in (or saw it in the bank account): that much is booked, whatever the
 * warung wrote. What is missing stays on the warung's till, where it was; what is more is taken off it, too. The same count once more
 * changes nothing.
 * @param counted whole rupiah
 * @throws NotLoggedIn, NotAllowed for another regency, SecondFactorNeeded, NotFound, StaleRecord when it ended otherwise meanwhile
 */
export async function confirmHandIn(
  actor: Actor,
  db: Db,
  { code, counted }: { code: string; counted: number },
): Promise<void> {
  const officer = asOfficer(actor);
  await db.transaction().execute(async (tx) => {
    const handIn = await takeHandIn(tx, code);
    requireOfficerOf(actor, handIn.regency_code);
    if (handIn.status === "confirmed" && handIn.counted === counted) return;
    if (!(await moveHandIn(tx, handIn.id, "confirmed", { counted, by: officer.accountId })))
      throw new StaleRecord("setoran");
    const { id, warung_id: warungId, regency_code: regencyCode, way, amount } = handIn;
    await lockWarungMoney(tx, warungId);
    const held = {
      cash: await sumAccount(tx, account.warungCash(warungId)),
      qris: await sumAccount(tx, account.warungQris(warungId)),
    };
    await postHandIn(tx, { id, warungId, regencyCode, way, ...splitHandIn(way, counted, held) });
    await recordAudit(tx, actor, {
      action: "money.confirm",
      thing: "money",
      key: code,
      name: code,
      regencyCode,
      detail: { before: rupiah(amount), after: rupiah(counted) },
    });
    await tellWarungOfHandIn(
      tx,
      handIn,
      (warung) =>
        `Setoran ${code} dari ${warung}: ${HAND_IN_LABEL.confirmed.toLowerCase()}, ${rupiah(counted)}.${saidOf(counted, amount)}`,
    );
  });
}
