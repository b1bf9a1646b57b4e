import type { Tx } from "#db/client.server.ts";
import { countLines, type LockedOrder, setOrderDeadline } from "#db/queries/orders.ts";
import { writeOffMissing } from "#db/queries/shelf.ts";
import {
  closeEmptySellerLines,
  closeShortage,
  dropPieces,
  findShortageDeadline,
  type ShortageRow,
} from "#db/queries/shortages.ts";
import { giveBackPieces, lockOrderVariants } from "#db/queries/stock.ts";
import { insertSubstituteLine, isOnShelf, openSellerLine, takeSubstitute } from "#db/queries/substitutes.ts";
import { StaleOrder } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";
import { annulOrder } from "./annul-order.server.ts";
import { WITH_THE_SELLER } from "./missing-reasons.ts";
import { moveOrder } from "./move-order.server.ts";
import type { OrderStatus } from "./order-status.ts";
import { type ActingAs, recordOrderEvent } from "./record-order-event.server.ts";
import { retotalOrder } from "./retotal-order.server.ts";
import { handOverTime } from "./shortage-deadline.ts";

export type ShortageDecision = "substituted" | "dropped" | "cancelled";
type Who = { readonly actor: Actor; readonly as: ActingAs };

/** Takes the substitute from stock or shelf and writes its line. @returns false when it is gone: then nothing changed */
async function addSubstitute(tx: Tx, order: LockedOrder, shortage: ShortageRow): Promise<boolean> {
  const { substitute_variant_id: variantId, substitute_staple_id: stapleId } = shortage;
  const quantity = shortage.substitute_quantity!;
  if (stapleId !== null && !(await isOnShelf(tx, order.id, stapleId))) return false;
  let sellerLineId: number | null = null;
  if (variantId !== null) {
    const taken = await takeSubstitute(tx, { orderId: order.id, variantId, quantity });
    if (!taken) return false;
    if (taken.ran_out) {
      await enqueue(tx, "index-products", { productIds: [taken.product_id] });
      await announce(tx, "catalogue");
    }
    sellerLineId = await openSellerLine(tx, {
      orderId: order.id,
      variantId,
      // who proposes their own has it at hand; anybody else is asked first
      status: shortage.reported_by === "seller" ? "confirmed" : "pending",
      handOverBy: handOverTime(order.promise_until),
    });
  }
  await insertSubstituteLine(tx, {
    orderId: order.id,
    lineId: shortage.order_line_id,
    sellerLineId,
    variantId,
    stapleId,
    name: shortage.substitute_name!,
    unit: shortage.substitute_unit!,
    price: shortage.substitute_price!,
    quantity,
  });
  return true;
}

/** What stayed with its seller can be sold to others. */
async function returnPieces(tx: Tx, order: LockedOrder, shortage: ShortageRow): Promise<void> {
  const { variant_id: variantId, pieces } = shortage;
  if (variantId === null) return;
  const productId = await giveBackPieces(tx, { orderId: order.id, variantId, pieces });
  await enqueue(tx, "index-products", { productIds: [productId] });
  await announce(tx, "catalogue");
}

/** With the last answer the order is gathered on; one of which nothing is left ends. */
async function goOn(tx: Tx, order: LockedOrder, who: Who): Promise<void> {
  const status = order.status as OrderStatus;
  if ((await countLines(tx, order.id)) === 0) {
    await annulOrder(tx, order, { from: status, reason: "Semua barang ternyata habis", who });
    return;
  }
  if (status !== "awaiting_buyer") return;
  const deadlineAt = await findShortageDeadline(tx, order.id);
  if (deadlineAt === null) await moveOrder(tx, order, "awaiting_buyer", "accepted");
  else await setOrderDeadline(tx, order.id, deadlineAt);
}

/**
 * Applies the answer to an open question about missing pieces of a locked order: lines, stock, totals and what is due,
 * each seller's part, and the order's state.
 * @returns false when the substitute is gone: then nothing has changed, and something else is to be decided
 * @throws StaleOrder when it was answered before
 */
export async function settleShortage(
  tx: Tx,
  order: LockedOrder,
  shortage: ShortageRow,
  { decision, by, who }: { decision: ShortageDecision; by: "buyer" | "officer" | "deadline"; who: Who },
): Promise<boolean> {
  if (shortage.decision !== null) throw new StaleOrder(order.code, "asking");
  const { substitute_variant_id: substituteId } = shortage;
  // all that may be touched is locked in one order before anything is
  await lockOrderVariants(tx, order.id, substituteId === null ? [] : [substituteId]);
  if (decision === "substituted" && !(await addSubstitute(tx, order, shortage))) return false;
  if (!(await closeShortage(tx, shortage.id, decision, by))) throw new StaleOrder(order.code, "asking");
  const isWithSeller = WITH_THE_SELLER.includes(shortage.reason);
  // with the whole order they come back all at once
  if (!(isWithSeller && decision === "cancelled"))
    await dropPieces(tx, shortage.order_line_id, shortage.pieces);
  await writeOffMissing(tx, order.id);
  if (isWithSeller && decision !== "cancelled") await returnPieces(tx, order, shortage);
  await recordOrderEvent(tx, order.id, "shortage_decided", who, {
    shortageId: shortage.id,
    goods: `${shortage.name} ${shortage.unit}`,
    pieces: shortage.pieces,
    decision,
    by,
    // whose goods stand in, for whoever tells them
    substituteUmkmId: decision === "substituted" ? shortage.substitute_umkm_id : null,
    substitute:
      decision === "substituted"
        ? `${shortage.substitute_quantity} × ${shortage.substitute_name} ${shortage.substitute_unit}`
        : null,
  });
  if (decision === "cancelled") {
    const reason = `${shortage.name} ternyata tidak ada`;
    await annulOrder(tx, order, { from: order.status as OrderStatus, reason, who });
    return true;
  }
  await closeEmptySellerLines(tx, order.id);
  await retotalOrder(tx, order.id);
  await goOn(tx, order, who);
  if (order.warung_id !== null) await announce(tx, `warung:${order.warung_id}`);
  return true;
}
