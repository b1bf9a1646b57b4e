import type { Db } from "#db/client.server.ts";
import { countUngathered } from "#db/queries/orders.ts";
import { BadInput } from "../../lib/errors.ts";
import { type Actor, asOperator } from "../accounts/actor.ts";
import { startPickup } from "./delivery/start-pickup.server.ts";
import { moveOrder } from "./move-order.server.ts";
import { recordOrderEvent } from "./record-order-event.server.ts";
import { takeOwnOrder } from "./take-own-order.server.ts";

/** Everything lies in the warung: the order can leave, or be fetched. @throws NotAllowed, NotFound, BadInput when something is missing, StaleOrder */
export async function markReady(actor: Actor, db: Db, { code }: { code: string }): Promise<void> {
  const { warung } = asOperator(actor);
  await db.transaction().execute(async (tx) => {
    const order = await takeOwnOrder(tx, code, warung.warungId);
    const missing = await countUngathered(tx, order.id);
    if (missing > 0) throw new BadInput({ barang: `Masih ada ${missing} barang yang belum dicentang.` });
    const who = { actor, as: "operator" } as const;
    if (order.fulfilment === "pickup") {
      const until = await startPickup(tx, { ...order, warung_id: warung.warungId }, "accepted");
      await recordOrderEvent(tx, order.id, "ready_for_pickup", who, { warung: warung.name, until });
    } else {
      await moveOrder(tx, order, "accepted", "ready");
      await recordOrderEvent(tx, order.id, "ready", who);
    }
  });
}
