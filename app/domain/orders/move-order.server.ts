import type { Tx } from "#db/client.server.ts";
import { hasLiveCardPayment } from "#db/queries/card-watch.ts";
import {
  type LockedOrder,
  lockOrder,
  type OrderPatch,
  setGatheringDeadline,
  updateOrderStatus,
} from "#db/queries/orders.ts";
import { updateOrderStatuses } from "#db/queries/routing.ts";
import { closeStop } from "#db/queries/trips.ts";
import { addMinutes } from "../../lib/clock.ts";
import { NotFound, StaleOrder } from "../../lib/errors.ts";
import { addWakingMinutes, addWorkingDays } from "../calendar/calendar.ts";
import { findCalendar } from "../calendar/find-calendar.server.ts";
import { enqueue } from "../jobs/enqueue.server.ts";
import { NEXT, NEXT_ACTION, type OrderStatus } from "./order-status.ts";

/** Finds and locks an order by its code for the rest of the transaction. @throws NotFound */
export async function takeOrder(tx: Tx, code: string): Promise<LockedOrder> {
  const order = await lockOrder(tx, code);
  if (!order) throw new NotFound("pesanan");
  return order;
}

/** Working days after receipt in which a buyer may complain (PP 80/2019, pasal 69). */
const COMPLAINT_DAYS = 2;

/** How long goods are kept for a buyer who pays before. A page of the card provider lives at least 30 minutes. */
const PAY_MINUTES = 35;

/** By when the next action of an order in this state has to be done; of a delivered one the calendar tells. */
export function deadlineFor(
  status: Exclude<OrderStatus, "delivered">,
  promiseUntil: Date,
  now: Date,
): Date | null {
  if (NEXT_ACTION[status] === null) return null;
  if (status === "placed") return addMinutes(now, 2);
  if (status === "awaiting_payment") return addMinutes(now, PAY_MINUTES);
  if (status === "needs_officer") return addWakingMinutes(now, 60);
  const soonest = addMinutes(now, 60);
  return promiseUntil > soonest ? promiseUntil : soonest;
}

/** How the stop of its trip ended, by where the order went; elsewhere it left the trip. */
const STOP_OUTCOME = { delivered: "delivered", delivery_failed: "failed" } as const;

function requireWay(from: OrderStatus, to: OrderStatus): void {
  if (!(NEXT[from] as readonly OrderStatus[]).includes(to)) throw new Error(`no way from ${from} to ${to}`);
}

/**
 * Moves a locked order from where it is to `to`, with its next action and deadline.
 * @returns the deadline; null for a closed order
 * @throws StaleOrder when the order is not in `from`, Error when the table of states does not know the step
 */
export async function moveOrder<From extends OrderStatus>(
  tx: Tx,
  order: LockedOrder,
  from: From,
  to: (typeof NEXT)[From][number] & OrderStatus,
  patch: Partial<OrderPatch> = {},
): Promise<Date | null> {
  requireWay(from, to);
  const status: OrderStatus = to;
  const now = new Date();
  const deadlineAt =
    patch.deadlineAt ??
    (status === "delivered"
      ? addWorkingDays(await findCalendar(tx, now), now, COMPLAINT_DAYS)
      : deadlineFor(status, order.promise_until, now));
  const moved = await updateOrderStatus(tx, order.id, from, to, {
    ...patch,
    nextAction: NEXT_ACTION[to],
    deadlineAt,
  });
  if (!moved) throw new StaleOrder(order.code, from);
  if ((from === "ready" && status !== "out_for_delivery") || from === "out_for_delivery")
    await closeStop(tx, order.id, STOP_OUTCOME[status as "delivered"] ?? "left");
  if (status === "accepted") await dueWhenGathered(tx, order, now);
  if (status === "accepted" || status === "cancelled") await askForCapture(tx, order.checkout_id);
  return deadlineAt;
}

/** A card that is held for the order may now be charged, or let go: the job sees which. */
async function askForCapture(tx: Tx, checkoutId: number): Promise<void> {
  if (await hasLiveCardPayment(tx, checkoutId))
    await enqueue(tx, "capture-payment", { checkoutId }, { key: `capture-payment:${checkoutId}` });
}

/** An accepted order waits for its sellers first, then for the warung: its deadline follows. */
export async function dueWhenGathered(
  tx: Tx,
  order: Pick<LockedOrder, "id" | "promise_until">,
  now: Date,
): Promise<void> {
  await setGatheringDeadline(tx, order.id, {
    soonest: addMinutes(now, 60),
    gatherBy: deadlineFor("accepted", order.promise_until, now)!,
  });
}

/**
 * Moves several locked orders the same way, each with its own deadline and window.
 * @throws as `moveOrder`
 */
export async function moveOrders<From extends OrderStatus>(
  tx: Tx,
  from: From,
  to: (typeof NEXT)[From][number] & OrderStatus,
  moves: readonly {
    readonly order: LockedOrder;
    readonly deadlineAt: Date;
    readonly heldWindow: Date | null;
  }[],
): Promise<void> {
  requireWay(from, to);
  const moved = new Set(
    await updateOrderStatuses(
      tx,
      { from, to, nextAction: NEXT_ACTION[to] },
      moves.map(({ order, deadlineAt, heldWindow }) => ({ id: order.id, deadlineAt, heldWindow })),
    ),
  );
  const late = moves.find(({ order }) => !moved.has(order.id));
  if (late) throw new StaleOrder(late.order.code, from);
}
