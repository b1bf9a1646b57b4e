import type { Db } from "#db/client.server.ts";
import { WrongPin } from "../../../lib/errors.ts";
import { type Actor, asOperator } from "../../accounts/actor.ts";
import { removeDocument, storeDocument } from "../../media/store-document.server.ts";
import { takeOwnOrder } from "../take-own-order.server.ts";
import { PIN_TRIES } from "./failure-reasons.ts";
import { handOverGoods } from "./hand-over-goods.server.ts";

/**
 * Whoever received the goods has no phone at hand: their name and a photo prove it instead of the PIN. The buyer is told
 * who received it, officers see the photo, and how often a warung does so is counted. The same form sent twice acts once.
 * @throws NotAllowed, NotFound, BadInput when it is no picture, WrongPin after too many wrong PINs, StaleOrder
 */
export async function deliverWithPhoto(
  actor: Actor,
  db: Db,
  { code, receiverName, photo }: { code: string; receiverName: string; photo: Uint8Array },
): Promise<void> {
  const { warung } = asOperator(actor);
  const { file: photoFile } = await storeDocument(photo, { field: "foto" });
  try {
    const done = await db.transaction().execute(async (tx) => {
      const order = await takeOwnOrder(tx, code, warung.warungId);
      if (order.status === "delivered") return false;
      if (order.pin_tries >= PIN_TRIES) throw new WrongPin(0);
      const proof = { kind: "photo", receiverName, photoFile } as const;
      await handOverGoods(tx, order, warung.warungId, { actor, as: "operator" }, proof);
      return true;
    });
    if (!done) await removeDocument(photoFile);
  } catch (error) {
    await removeDocument(photoFile);
    throw error;
  }
}
