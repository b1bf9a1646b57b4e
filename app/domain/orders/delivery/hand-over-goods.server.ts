import type { Tx } from "#db/client.server.ts";
import { insertDeliveryAttempt } from "#db/queries/delivery.ts";
import { movePayment } from "#db/queries/ledger.ts";
import type { LockedOrder } from "#db/queries/orders.ts";
import { countSold } from "#db/queries/stock.ts";
import type { Actor } from "../../accounts/actor.ts";
import { announce, enqueue } from "../../jobs/enqueue.server.ts";
import { postCashSale } from "../../ledger/post-cash-sale.server.ts";
import { moveOrder } from "../move-order.server.ts";
import { type ActingAs, recordOrderEvent } from "../record-order-event.server.ts";

/** What proves that the buyer has the goods. */
export type Proof =
  | { readonly kind: "pin" }
  /** somebody without a phone: who it was, and a photo of them or of the goods in their hands */
  | { readonly kind: "photo"; readonly receiverName: string; readonly photoFile: string }
  /** an officer asked the buyer */
  | { readonly kind: "officer"; readonly note: string };

/** The goods count as sold, and the cash as taken. */
async function bookSale(tx: Tx, order: LockedOrder, warungId: number): Promise<void> {
  await movePayment(tx, order.id, "paid");
  await postCashSale(tx, order, warungId);
  const productIds = await countSold(tx, order.id);
  if (productIds.length > 0) await enqueue(tx, "index-products", { productIds });
}

/**
 * The one way in which a locked order is received and paid in cash, at the door or at the counter: delivered, proved,
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
  if (!order.is_test) await bookSale(tx, order, warungId);
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
    ...(!order.is_test && { cash: order.total }),
    // who received it stands with the proof alone, from where it can be erased
    ...(proof.kind !== "pin" && { proof: proof.kind }),
  });
  await announce(tx, `warung:${warungId}`);
}
