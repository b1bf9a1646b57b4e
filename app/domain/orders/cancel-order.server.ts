import type { Db } from "#db/client.server.ts";
import { StaleOrder } from "../../lib/errors.ts";
import { type Actor, requireOfficerOf } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { annulOrder } from "./annul-order.server.ts";
import { takeOrder } from "./move-order.server.ts";
import { canCancel, LABEL, type OrderStatus } from "./order-status.ts";
import { requireBuyer } from "./require-buyer.server.ts";

type By =
  /** `secret`: the one in the tracking link */
  { readonly as: "buyer"; readonly secret: string | undefined } | { readonly as: "officer" };

/**
 * Cancels an order that has not left the warung: the offer is withdrawn, capacity and stock go back, nothing is owed.
 * Cancelling twice is cancelling once.
 * @throws NotFound for a stranger, NotAllowed for another regency's officer, StaleOrder when the goods have left
 */
export async function cancelOrder(
  actor: Actor,
  db: Db,
  { code, reason, by }: { code: string; reason: string; by: By },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const order = await takeOrder(tx, code);
    if (by.as === "officer") requireOfficerOf(actor, order.regency_code);
    else await requireBuyer(tx, actor, order, by.secret);
    const status = order.status as OrderStatus;
    if (status === "cancelled") return;
    if (!canCancel(status)) throw new StaleOrder(code, "cancellable");
    await annulOrder(tx, order, { from: status, reason, who: { actor, as: by.as } });
    if (by.as === "officer") {
      await recordAudit(tx, actor, {
        action: "order.cancel",
        thing: "order",
        key: code,
        name: code,
        regencyCode: order.regency_code,
        detail: { before: LABEL[status], after: LABEL.cancelled, reason },
      });
    }
  });
}
