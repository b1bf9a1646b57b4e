import type { Tx } from "#db/client.server.ts";
import { type LockedOrder, setOrderDeadline } from "#db/queries/orders.ts";
import {
  findShortageDeadline,
  insertShortage,
  type ReportedLineRow,
  type Substitute,
} from "#db/queries/shortages.ts";
import { BadInput } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { announce, enqueue } from "../jobs/enqueue.server.ts";
import type { MissingReason } from "./missing-reasons.ts";
import { moveOrder } from "./move-order.server.ts";
import { recordOrderEvent } from "./record-order-event.server.ts";
import { shortageDeadline } from "./shortage-deadline.ts";

export type Report = {
  readonly line: ReportedLineRow;
  readonly pieces: number;
  readonly reason: MissingReason;
  readonly substitute: Substitute | null;
};

/**
 * Pieces of a line are not there: its buyer is asked, and the order waits for the answer at its warung.
 * @throws BadInput for an impossible number of pieces, and for a test order, which nobody could be asked about
 */
export async function openShortage(
  tx: Tx,
  order: LockedOrder,
  { line, pieces, reason, substitute }: Report,
  who: { readonly actor: Actor; readonly as: "seller" | "operator" },
): Promise<void> {
  if (order.is_test) throw new BadInput({ barang: "Ini pesanan uji: centang saja barangnya." });
  if (pieces < 1 || pieces > line.quantity)
    throw new BadInput({ jumlah: `Yang tidak ada 1 sampai ${line.quantity}.` });
  const until = shortageDeadline(order.promise_until, new Date());
  const id = await insertShortage(tx, {
    orderId: order.id,
    lineId: line.id,
    pieces,
    reason,
    reportedBy: who.as,
    deadlineAt: until,
    substitute,
  });
  if (id === undefined) return;
  const deadlineAt = (await findShortageDeadline(tx, order.id))!;
  if (order.status === "accepted") await moveOrder(tx, order, "accepted", "awaiting_buyer", { deadlineAt });
  else await setOrderDeadline(tx, order.id, deadlineAt);
  await recordOrderEvent(tx, order.id, "shortage_asked", who, {
    shortageId: id,
    goods: `${line.name} ${line.unit}`,
    pieces,
    of: line.quantity,
    reason,
    umkm: line.umkm,
    substitute: substitute && `${substitute.quantity} × ${substitute.name} ${substitute.unit}`,
    until,
  });
  await enqueue(tx, "expire-shortage", { shortageId: id }, { runAt: until, key: `expire-shortage:${id}` });
  await announce(tx, `warung:${order.warung_id!}`);
}
