import type { Tx } from "#db/client.server.ts";
import { type LockedOrder, lockOrderById } from "#db/queries/orders.ts";
import {
  countClosedSellerParts,
  findOrderOrigins,
  lockShelfItems,
  moveLinesToStock,
  moveShelf,
  type OrderShelf,
  updatePromise,
  withdrawShelfQuestions,
} from "#db/queries/shelf.ts";
import { lockVariants, takeStock } from "#db/queries/stock.ts";
import { now } from "../../lib/clock.ts";
import { system } from "../accounts/actor.ts";
import { findCalendar } from "../calendar/find-calendar.server.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";
import { promiseFor, promiseWithin } from "../warung/delivery-window.ts";
import { farthest } from "../warung/reach.ts";
import { recordOrderEvent } from "./record-order-event.server.ts";
import { handOverTime } from "./shortage-deadline.ts";

/**
 * A locked order goes on without the warung on whose shelf its goods lie (it said no, did not answer, or is not asked).
 * All of them together change pools: back on the shelf once, and out of their sellers' own stock instead, to be
 * confirmed and brought like any other goods. What the buyer pays stays; the promise may become later, never earlier,
 * and the order's record tells so.
 *
 * When a seller has not enough of their own, nothing changes: the pieces stay reserved where they lie, so that they are
 * sold to nobody else, until an officer gives the order to that warung after all or cancels it.
 * @returns the order as it is now; undefined when its goods could not change pools
 */
export async function leaveShelf(
  tx: Tx,
  order: LockedOrder,
  shelf: OrderShelf,
): Promise<LockedOrder | undefined> {
  const { lines } = shelf;
  const variants = await lockVariants(
    tx,
    lines.map((line) => line.variant_id),
  );
  const stock = new Map(variants.map((row) => [row.id, row.stock]));
  if (lines.some((line) => (stock.get(line.variant_id) ?? 0) < line.quantity)) return undefined;
  const sellers = [...new Set(lines.map((line) => line.umkm_id))];
  if ((await countClosedSellerParts(tx, order.id, sellers)) > 0) return undefined;

  await lockShelfItems(
    tx,
    lines.map((line) => line.shelf_item_id),
  );
  const productIds = await takeStock(
    tx,
    order.id,
    lines.map((line) => ({ variantId: line.variant_id, quantity: line.quantity })),
  );
  if (productIds.length > 0) await enqueue(tx, "index-products", { productIds });
  const at = now();
  const origins = await findOrderOrigins(tx, order.id);
  const fromStock = origins.map((origin) => ({ ...origin, shelf_item_id: null }));
  const later = promiseFor(farthest(fromStock, order.village_code), at, await findCalendar(tx, at));
  const promise =
    later.until > order.promise_until ? later : { from: order.promise_from, until: order.promise_until };
  const missing = await withdrawShelfQuestions(tx, order.id);
  await moveLinesToStock(tx, order.id, handOverTime(promise.until));
  // back on the shelf for the books, and off it: the next buyer is promised none of it
  for (const { shelf_item_id: itemId, pieces } of missing) {
    await moveShelf(tx, {
      itemId,
      by: -pieces,
      cause: "shrinkage",
      reason: "Tidak ada saat disiapkan",
      actorName: "Lapak Lampung",
    });
  }
  await updatePromise(tx, order.id, promise);
  await announce(tx, "catalogue");
  await recordOrderEvent(
    tx,
    order.id,
    "left_shelf",
    { actor: system("Pengarah pesanan"), as: "system" },
    { warung: shelf.name, promise: promiseWithin(promise, at) },
  );
  return lockOrderById(tx, order.id);
}

/** Why an order whose goods are bound to a shelf needs an officer, in words. */
export function boundToShelf(shelf: OrderShelf): string {
  return `Barang titipannya ada di rak ${shelf.name}, dan penjual tidak punya stok lain`;
}
