import { timingSafeEqual } from "node:crypto";
import type { Db } from "#db/client.server.ts";
import { countRefundPinTry } from "#db/queries/refund-tasks.ts";
import { NotFound, WrongPin } from "../../../lib/errors.ts";
import { type Actor, asOperator } from "../../accounts/actor.ts";
import { settleRefund } from "./settle-refund.server.ts";
import { takeRefund } from "./take-refund.server.ts";

/** Wrong PINs after which the buyer or an officer must confirm: 5 of 10,000 guesses. */
export const REFUND_PIN_TRIES = 5;

/**
 * The warung hands the money over in cash; the PIN that the buyer sees proves it. It comes out of the till, however it was paid.
 * @throws NotLoggedIn, NotAllowed, NotFound when it is not theirs, WrongPin, StaleRecord when it is of a complaint
 */
export async function handBackCash(
  actor: Actor,
  db: Db,
  { id, pin }: { id: number; pin: string },
): Promise<void> {
  const { warung } = asOperator(actor);
  // A wrong try must be counted, so it is returned from the transaction rather than thrown inside it.
  const triesLeft = await db.transaction().execute(async (tx) => {
    const taken = await takeRefund(tx, id);
    const { refund } = taken;
    if (refund.warung_id !== warung.warungId) throw new NotFound("pengembalian");
    if (refund.status === "paid_back") return null;
    if (refund.pin_tries >= REFUND_PIN_TRIES) return 0;
    const isRight =
      pin.length === refund.pin.length && timingSafeEqual(Buffer.from(pin), Buffer.from(refund.pin));
    if (!isRight) return Math.max(0, REFUND_PIN_TRIES - (await countRefundPinTry(tx, id)));
    await settleRefund(tx, taken, { actor, as: "operator", method: "cash" });
    return null;
  });
  if (triesLeft !== null) throw new WrongPin(triesLeft);
}
