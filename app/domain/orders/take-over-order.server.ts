import type { Db } from "#db/client.server.ts";
import { findWarungName, scatterOrder } from "#db/queries/dinas.ts";
import { releaseWindow } from "#db/queries/routing.ts";
import { withdrawShelfShortages } from "#db/queries/shortages.ts";
import { StaleOrder } from "../../lib/errors.ts";
import { type Actor, requireOfficerOf } from "../accounts/actor.ts";
import { recordAudit } from "../audit/record-audit.server.ts";
import { announce } from "../jobs/enqueue.server.ts";
import { canTakeOver } from "./can-take-over.ts";
import { moveOrder, takeOrder } from "./move-order.server.ts";
import type { OrderStatus } from "./order-status.ts";
import { recordOrderEvent } from "./record-order-event.server.ts";

/**
 * The officer takes a stuck order away from its warung: the warung's place is free again, the goods have to be gathered
 * anew where the order goes next, and it waits for the officer's decision. What the buyer is asked about goods of
 * sellers stays asked; what was missing on this warung's shelf is no question any more. Taking over twice is taking over once.
 * @throws NotFound, NotAllowed for another regency, StaleOrder when it is not with a warung (any more)
 */
export async function takeOverOrder(actor: Actor, db: Db, { code }: { code: string }): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const order = await takeOrder(tx, code);
    requireOfficerOf(actor, order.regency_code);
    const status = order.status as OrderStatus;
    if (status === "needs_officer") return;
    if (order.is_test || !canTakeOver(status) || order.warung_id === null)
      throw new StaleOrder(code, "with a warung");
    const warungId = order.warung_id;
    const reason = `Diambil alih dari ${await findWarungName(tx, warungId)}`;
    if (order.held_window) await releaseWindow(tx, warungId, order.held_window);
    await moveOrder(tx, order, status, "needs_officer", {
      warungId: null,
      heldWindow: null,
      needsOfficerReason: reason,
    });
    await scatterOrder(tx, order.id);
    await withdrawShelfShortages(tx, order.id);
    await recordOrderEvent(tx, order.id, "needs_officer", { actor, as: "officer" }, { warungId, reason });
    await recordAudit(tx, actor, {
      action: "order.take-over",
      thing: "order",
      key: code,
      name: code,
      regencyCode: order.regency_code,
      detail: { reason },
    });
    await announce(tx, `warung:${warungId}`);
  });
}
