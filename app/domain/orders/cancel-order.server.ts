import type { Db } from "#db/client.server.ts";
import { findCheckoutHolder } from "#db/queries/checkout.ts";
import { movePayment } from "#db/queries/ledger.ts";
import { decideOffer, findPendingOffer } from "#db/queries/offers.ts";
import { cancelSellerLines } from "#db/queries/orders.ts";
import { releaseWindow } from "#db/queries/routing.ts";
import { giveBackStock } from "#db/queries/stock.ts";
import { NotFound, StaleOrder } from "../../lib/errors.ts";
import { type Actor, requireOfficerOf } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";
import { moveOrder, takeOrder } from "./move-order.server.ts";
import { canCancel, LABEL, type OrderStatus } from "./order-status.ts";
import { recordOrderEvent } from "./record-order-event.server.ts";

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
    else {
      const holder = await findCheckoutHolder(tx, order.checkout_id);
      const isOwn = actor.kind === "person" && holder.account_id === actor.accountId;
      if (!isOwn && by.secret !== holder.tracking_secret) throw new NotFound("pesanan");
    }
    const status = order.status as OrderStatus;
    if (status === "cancelled") return;
    if (!canCancel(status)) throw new StaleOrder(code, "cancellable");

    const offer = await findPendingOffer(tx, order.id);
    if (offer) await decideOffer(tx, offer.id, "withdrawn");
    const warungId = order.warung_id ?? offer?.warung_id;
    if (order.held_window && warungId) await releaseWindow(tx, warungId, order.held_window);
    await moveOrder(tx, order, status as "placed", "cancelled", {
      cancelledReason: reason,
      heldWindow: null,
    });
    await cancelSellerLines(tx, order.id);
    await movePayment(tx, order.id, "void");
    const productIds = await giveBackStock(tx, order.id);
    if (productIds.length > 0) {
      await enqueue(tx, "index-products", { productIds });
      await announce(tx, "catalogue");
    }
    await recordOrderEvent(tx, order.id, "cancelled", { actor, as: by.as }, { reason });
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
    if (warungId) await announce(tx, `warung:${warungId}`);
  });
}
