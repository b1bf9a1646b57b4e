import type { Db } from "#db/client.server.ts";
import { WrongPin } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { finishRemedy } from "./finish-remedy.server.ts";
import { proveReceipt } from "./prove-receipt.server.ts";
import { takeAsWarung } from "./take-as-answerer.server.ts";

/**
 * The warung hands over the money or the replacement; the PIN that the buyer sees proves it.
 * @throws NotLoggedIn, NotAllowed, NotFound, WrongPin, StaleRecord when there is nothing to hand over (yet)
 */
export async function handOverRemedy(
  actor: Actor,
  db: Db,
  { code, pin, goodsReturned }: { code: string; pin: string; goodsReturned: boolean },
): Promise<void> {
  // A wrong try must be counted, so it is returned from the transaction rather than thrown inside it.
  const triesLeft = await db.transaction().execute(async (tx) => {
    const taken = await takeAsWarung(tx, actor, code);
    const wrong = await proveReceipt(tx, taken.complaint, pin);
    if (wrong !== null) return wrong;
    await finishRemedy(tx, { actor, as: "operator" }, { ...taken, goodsReturned });
    return null;
  });
  if (triesLeft !== null) throw new WrongPin(triesLeft);
}
