import type { Tx } from "#db/client.server.ts";
import { scatterOrder } from "#db/queries/dinas.ts";
import type { LockedOrder } from "#db/queries/orders.ts";
import { releaseWindow } from "#db/queries/routing.ts";
import type { Actor } from "../accounts/actor.ts";
import { announce } from "../jobs/enqueue.server.ts";
import { moveOrder } from "./move-order.server.ts";
import type { OrderStatus } from "./order-status.ts";
import { type ActingAs, recordOrderEvent } from "./record-order-event.server.ts";

/**
 * An order that lies with a warung waits for an officer instead: the warung's place is free again, and the goods have to
 * be gathered anew where the order goes next.
 * @throws Error when the table of states knows no way from where it is
 */
export async function sendToOfficer(
  tx: Tx,
  order: LockedOrder & { readonly warung_id: number },
  reason: string,
  who: { readonly actor: Actor; readonly as: ActingAs },
): Promise<void> {
  const warungId = order.warung_id;
  if (order.held_window) await releaseWindow(tx, warungId, order.held_window);
  await moveOrder(tx, order, order.status as OrderStatus as "accepted", "needs_officer", {
    warungId: null,
    heldWindow: null,
    needsOfficerReason: reason,
  });
  await scatterOrder(tx, order.id);
  await recordOrderEvent(tx, order.id, "needs_officer", who, { warungId, reason });
  await announce(tx, `warung:${warungId}`);
}
