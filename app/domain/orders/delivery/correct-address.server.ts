import type { Db } from "#db/client.server.ts";
import { updateCheckoutAddress } from "#db/queries/delivery.ts";
import { StaleOrder } from "../../../lib/errors.ts";
import type { Actor } from "../../accounts/actor.ts";
import { announce } from "../../jobs/enqueue.server.ts";
import { recordOrderEvent } from "../record-order-event.server.ts";
import { takeBoughtOrder } from "../take-bought-order.server.ts";
import { canCorrectAddress } from "./can-correct-address.ts";

/**
 * Changes street, neighbourhood and landmark within the same village, so that nobody else has to be asked.
 * @throws NotFound for a stranger, StaleOrder when the warung is on its way again or it is over
 */
export async function correctAddress(
  actor: Actor,
  db: Db,
  address: {
    code: string;
    secret: string | undefined;
    street: string;
    rt: string | null;
    rw: string | null;
    landmark: string | null;
  },
): Promise<void> {
  const { code, secret, ...place } = address;
  await db.transaction().execute(async (tx) => {
    const order = await takeBoughtOrder(tx, actor, { code, secret });
    if (!canCorrectAddress(order)) throw new StaleOrder(code, "delivery_failed");
    await updateCheckoutAddress(tx, order.checkout_id, place);
    await recordOrderEvent(tx, order.id, "address_corrected", { actor, as: "buyer" });
    if (order.warung_id) await announce(tx, `warung:${order.warung_id}`);
  });
}
