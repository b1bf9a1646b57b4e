import type { Db } from "#db/client.server.ts";
import { findPickupPlace } from "#db/queries/delivery.ts";
import { BadInput, StaleOrder } from "../../../lib/errors.ts";
import type { Actor } from "../../accounts/actor.ts";
import { announce } from "../../jobs/enqueue.server.ts";
import { recordOrderEvent } from "../record-order-event.server.ts";
import { takeBoughtOrder } from "../take-bought-order.server.ts";
import { startPickup } from "./start-pickup.server.ts";

/**
 * After a failed try the buyer fetches the goods themselves at the warung that has them. The fee stays: the warung has
 * ridden out. Choosing twice is choosing once.
 * @throws NotFound for a stranger, BadInput when this warung hands nothing out, StaleOrder when it has moved on
 */
export async function choosePickup(
  actor: Actor,
  db: Db,
  { code, secret }: { code: string; secret: string | undefined },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const order = await takeBoughtOrder(tx, actor, { code, secret });
    if (order.status === "ready_for_pickup") return;
    const warungId = order.warung_id;
    if (order.status !== "delivery_failed" || warungId === null)
      throw new StaleOrder(code, "delivery_failed");
    const place = await findPickupPlace(tx, warungId);
    if (!place.offers_pickup) throw new BadInput({ ambil: `${place.name} tidak melayani ambil sendiri.` });
    const until = await startPickup(tx, { ...order, warung_id: warungId }, "delivery_failed");
    await recordOrderEvent(
      tx,
      order.id,
      "pickup_chosen",
      { actor, as: "buyer" },
      { warung: place.name, until },
    );
    await announce(tx, `warung:${warungId}`);
  });
}
