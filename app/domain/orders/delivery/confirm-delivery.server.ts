import type { Db } from "#db/client.server.ts";
import { StaleOrder } from "../../../lib/errors.ts";
import { type Actor, requireOfficerOf } from "../../accounts/actor.ts";
import { recordAudit } from "../../audit/record-audit.server.ts";
import { takeOrder } from "../move-order.server.ts";
import { LABEL, type OrderStatus } from "../order-status.ts";
import { canConfirm } from "./can-confirm.ts";
import { handOverGoods } from "./hand-over-goods.server.ts";

/**
 * After too many wrong PINs: the officer has asked the buyer by phone, who has the goods and has paid. Confirming twice
 * is confirming once.
 * @param note how the officer knows
 * @throws NotFound, NotAllowed for another regency, StaleOrder when the PIN can still be tried, or it moved on
 */
export async function confirmDelivery(
  actor: Actor,
  db: Db,
  { code, note }: { code: string; note: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const order = await takeOrder(tx, code);
    requireOfficerOf(actor, order.regency_code);
    if (order.status === "delivered") return;
    if (order.warung_id === null || !canConfirm(order)) throw new StaleOrder(code, "locked by wrong PINs");
    await handOverGoods(tx, order, order.warung_id, { actor, as: "officer" }, { kind: "officer", note });
    await recordAudit(tx, actor, {
      action: "order.confirm-delivery",
      thing: "order",
      key: code,
      name: code,
      regencyCode: order.regency_code,
      detail: { before: LABEL[order.status as OrderStatus], after: LABEL.delivered, note },
    });
  });
}
