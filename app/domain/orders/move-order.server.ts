import type { Tx } from "#db/client.server.ts";
import {
  type LockedOrder,
  lockOrder,
  type OrderPatch,
  updateOrderStatus,
  updateOrderStatuses,
} from "#db/queries/orders.ts";
import { addMinutes, startOfDayWib, weekdayWib } from "../../lib/clock.ts";
import { NotFound, StaleOrder } from "../../lib/errors.ts";
import { NEXT, NEXT_ACTION, type OrderStatus } from "./order-status.ts";

/** Finds and locks an order by its code for the rest of the transaction. @throws NotFound */
export async function takeOrder(tx: Tx, code: string): Promise<LockedOrder> {
  const order = await lockOrder(tx, code);
  if (!order) throw new NotFound("pesanan");
  return order;
}

/** The end of the second working day (WIB) after `from`: the time to complain (PP 80/2019, pasal 69). */
function endOfComplaintTime(from: Date): Date {
  let day = startOfDayWib(from);
  for (let workingDays = 0; workingDays < 2; ) {
    day = addMinutes(day, 24 * 60);
    const weekday = weekdayWib(day);
    if (weekday !== 0 && weekday !== 6) workingDays++;
  }
  return addMinutes(day, 24 * 60);
}

/** By when the next action of an order in this state has to be done. */
export function deadlineFor(status: OrderStatus, promiseUntil: Date, now: Date): Date | null {
  if (NEXT_ACTION[status] === null) return null;
  if (status === "placed") return addMinutes(now, 2);
  if (status === "needs_officer") return addMinutes(now, 60);
  if (status === "delivered") return endOfComplaintTime(now);
  const soonest = addMinutes(now, 60);
  return promiseUntil > soonest ? promiseUntil : soonest;
}

function requireWay(from: OrderStatus, to: OrderStatus): void {
  if (!(NEXT[from] as readonly OrderStatus[]).includes(to)) throw new Error(`no way from ${from} to ${to}`);
}

/**
 * Moves a locked order from where it is to `to`, with its next action and deadline.
 * @throws StaleOrder when the order is not in `from`, Error when the table of states does not know the step
 */
export async function moveOrder<From extends OrderStatus>(
  tx: Tx,
  order: LockedOrder,
  from: From,
  to: (typeof NEXT)[From][number] & OrderStatus,
  patch: Partial<OrderPatch> = {},
): Promise<void> {
  requireWay(from, to);
  const moved = await updateOrderStatus(tx, order.id, from, to, {
    nextAction: NEXT_ACTION[to],
    deadlineAt: deadlineFor(to, order.promise_until, new Date()),
    ...patch,
  });
  if (!moved) throw new StaleOrder(order.code, from);
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
