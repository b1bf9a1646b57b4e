import type { Db } from "#db/client.server.ts";
import {
  type BuyerRefundRow,
  countRefundTasks,
  findBuyerRefunds as findBuyerRows,
  findRefundTasks as findRows,
  type RefundTaskRow,
} from "#db/queries/refund-tasks.ts";
import { now } from "../../../lib/clock.ts";
import { NotFound } from "../../../lib/errors.ts";
import { type Actor, asOfficer, asOperator } from "../../accounts/actor.ts";
import { findCalendar } from "../../calendar/find-calendar.server.ts";
import { regencyName } from "../../regions/find-village.server.ts";
import { refundDeadline } from "./refund-time.ts";

const MOST = 100;

export type RefundTask = Omit<RefundTaskRow, "regency_kind"> & {
  /** by when it has to be back; of one that was transferred: by when the buyer may object */
  readonly dueAt: Date;
  readonly isLate: boolean;
};

async function withDeadlines(db: Db, rows: readonly RefundTaskRow[]): Promise<RefundTask[]> {
  const at = now();
  const oldest = new Date(Math.min(at.getTime(), ...rows.map(({ created_at }) => created_at.getTime())));
  const calendar = await findCalendar(db, oldest);
  return rows.map(({ regency_kind, ...row }) => {
    const dueAt = refundDeadline(
      calendar,
      row.status === "sent" ? (row.sent_at ?? row.created_at) : row.created_at,
    );
    return {
      ...row,
      regency: regencyName(row.regency, regency_kind),
      dueAt,
      isLate: row.status === "due" && dueAt <= at,
    };
  });
}

/** What one's own warung has to give back. @throws NotLoggedIn, NotAllowed */
export async function findOwnRefunds(db: Db, actor: Actor): Promise<RefundTask[]> {
  const { warungId } = asOperator(actor).warung;
  return withDeadlines(db, await findRows(db, { warungId }, MOST));
}

/** One of them. @throws NotLoggedIn, NotAllowed, NotFound, also when it is back */
export async function findOwnRefund(db: Db, actor: Actor, id: number): Promise<RefundTask> {
  const { warungId } = asOperator(actor).warung;
  const [task] = await withDeadlines(db, await findRows(db, { warungId, id }, 1));
  if (!task) throw new NotFound("pengembalian");
  return task;
}

/** How many wait for one's own warung, and for how much in rupiah. @throws NotLoggedIn, NotAllowed */
export async function countOwnRefunds(db: Db, actor: Actor): Promise<{ tasks: number; amount: number }> {
  return countRefundTasks(db, asOperator(actor).warung.warungId);
}

/** Refunds that officers have to look after: late, or disputed by the buyer. @throws NotLoggedIn, NotAllowed */
export async function findStuckRefunds(db: Db, actor: Actor): Promise<RefundTask[]> {
  const { regencyCode } = asOfficer(actor);
  const tasks = await withDeadlines(db, await findRows(db, { regencyCode }, MOST));
  return tasks.filter(({ isLate, disputed_at }) => isLate || disputed_at !== null);
}

export type BuyerRefund = BuyerRefundRow & { readonly dueAt: Date };

/** What the buyer of an order gets back of what they paid too much. Whoever calls has checked who is asking. */
export async function findBuyerRefunds(db: Db, orderId: number): Promise<BuyerRefund[]> {
  const rows = await findBuyerRows(db, orderId);
  if (rows.length === 0) return [];
  const calendar = await findCalendar(db, rows[0]!.created_at);
  return rows.map((row) => ({ ...row, dueAt: refundDeadline(calendar, row.created_at) }));
}
