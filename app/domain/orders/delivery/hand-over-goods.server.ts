import type { Tx } from "#db/client.server.ts";
import { insertDeliveryAttempt } from "#db/queries/delivery.ts";
import type { LockedOrder } from "#db/queries/orders.ts";
import { closePayment, lockPayment } from "#db/queries/payments.ts";
import { countSold } from "#db/queries/stock.ts";
import type { Actor } from "../../accounts/actor.ts";
import { announce, enqueue } from "../../jobs/enqueue.server.ts";
import { outstandingOf } from "../../ledger/outstanding-of.ts";
import { postSale } from "../../ledger/post-sale.server.ts";
import { moveOrder } from "../move-order.server.ts";
import { type ActingAs, recordOrderEvent } from "../record-order-event.server.ts";

/** What proves that the buyer has the goods. */
export type Proof =
  | { readonly kind: "pin" }
  /** somebody without a phone: who it was, and a photo of them or of the goods in their hands */
  | { readonly kind: "photo"; readonly receiverName: string; readonly photoFile: string }
  /** an officer asked the buyer */
  | { readonly kind: "officer"; readonly note: string };

/** The goods count as sold, and what was not paid before as taken in cash. @returns rupiah in cash */
async function bookSale(tx: Tx, order: LockedOrder, warungId: number): Promise<number> {
  const payment = await lockPayment(tx, order.id);
  if (!payment) throw new Error(`order ${order.code} has no payment`);
  const cash = outstandingOf(payment);
  await closePayment(tx, order.id, cash);
  await postSale(tx, { ...order, warungId, cash });
  const productIds = await countSold(tx, order.id);
  if (productIds.length > 0) await enqueue(tx, "index-products", { productIds });
  return cash;
}

/**
 * The one way in which a locked order is received, and paid in cash if it was not paid before, at the door or at the counter: delivered, proved,
 * paid and in the ledger, at once. A test order moves no money and counts as no sale.
 * @throws StaleOrder when it is neither on its way nor waiting at the counter
 */
export async function handOverGoods(
  tx: Tx,
  order: LockedOrder,
  warungId: number,
  who: { readonly actor: Actor; readonly as: ActingAs },
  proof: Proof,
): Promise<void> {
  const from = order.status === "ready_for_pickup" ? "ready_for_pickup" : "out_for_delivery";
  const complainUntil = await moveOrder(tx, order, from, "delivered");
  const cash = order.is_test ? null : await bookSale(tx, order, warungId);
  await insertDeliveryAttempt(tx, {
    orderId: order.id,
    warungId,
    outcome: "delivered",
    proof: proof.kind,
    receiverName: proof.kind === "photo" ? proof.receiverName : undefined,
    photoFile: proof.kind === "photo" ? proof.photoFile : null,
    note: proof.kind === "officer" ? proof.note : null,
    actorName: who.actor.kind === "guest" ? "Pembeli" : who.actor.name,
  });
  // nobody complains about a test: it is over at once
  const completeAt = order.is_test ? new Date() : complainUntil!;
  await enqueue(
    tx,
    "complete-order",
    { orderId: order.id },
    { runAt: completeAt, key: `complete-order:${order.id}` },
  );
  await recordOrderEvent(tx, order.id, "delivered", who, {
    ...(cash !== null && { cash }),
    // who received it stands with the proof alone, from where it can be erased
    ...(proof.kind !== "pin" && { proof: proof.kind }),
  });
  await announce(tx, `warung:${warungId}`);
}
