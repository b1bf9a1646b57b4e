import type { Db } from "#db/client.server.ts";
import { type Actor, asSeller } from "../accounts/actor.ts";
import { announce } from "../jobs/enqueue.server.ts";
import { recordOrderEvent } from "./record-order-event.server.ts";
import { takeSellerLine } from "./take-seller-line.server.ts";

/** The seller has brought or sent the goods to the warung. @throws NotAllowed, NotFound, StaleOrder */
export async function handOverSellerLine(actor: Actor, db: Db, { code }: { code: string }): Promise<void> {
  const { umkm } = asSeller(actor);
  await db.transaction().execute(async (tx) => {
    const { order } = await takeSellerLine(tx, code, umkm.umkmId, ["confirmed"], "handed_over");
    await recordOrderEvent(tx, order.id, "seller_handed_over", { actor, as: "seller" }, { umkm: umkm.name });
    await announce(tx, `warung:${order.warung_id!}`);
  });
}
