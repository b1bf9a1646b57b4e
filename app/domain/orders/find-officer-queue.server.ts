import type { Db } from "#db/client.server.ts";
import { findQueue, type QueuePart, type QueueRow } from "#db/queries/dinas.ts";
import { now } from "../../lib/clock.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";
import { regencyName } from "../regions/find-village.server.ts";
import { type NextStep, nextStep } from "./next-step.ts";

const PER_PAGE = 15;

/** What needs a decision comes first, then what is late, then what is on its way. */
export const QUEUE_PARTS = ["needing", "late", "running"] as const satisfies readonly QueuePart[];

export type QueuedOrder = Omit<QueueRow, "regency_kind" | "waiting_for"> & {
  readonly part: QueuePart;
  readonly next: NextStep | null;
};

/** Where the queue goes on: after this order of this part. */
export type QueuePlace = { readonly part: QueuePart; readonly after: string | undefined };

/**
 * Open orders of an officer's own regency (the province's all): first those that need an officer, then those that are
 * late, then the others; in each part the earliest deadline first. At most three queries.
 * @throws NotLoggedIn, NotAllowed
 */
export async function findOfficerQueue(
  db: Db,
  actor: Actor,
  { part: firstPart, after }: QueuePlace,
): Promise<{ orders: QueuedOrder[]; next: QueuePlace | null }> {
  const { regencyCode } = asOfficer(actor);
  const at = now();
  const orders: QueuedOrder[] = [];
  for (const part of QUEUE_PARTS.slice(QUEUE_PARTS.indexOf(firstPart))) {
    const limit = PER_PAGE + 1 - orders.length;
    if (limit <= 0) break;
    const rows = await findQueue(db, {
      list: part,
      regencyCode,
      after: part === firstPart ? after : undefined,
      now: at,
      limit,
    });
    orders.push(
      ...rows.map(({ regency_kind, waiting_for, ...row }) => ({
        ...row,
        regency: regencyName(row.regency, regency_kind),
        part,
        next: nextStep({ ...row, deadlineAt: row.deadline_at, waitingFor: waiting_for }, at),
      })),
    );
  }
  const last = orders[PER_PAGE - 1];
  const next = last && orders.length > PER_PAGE ? { part: last.part, after: last.code } : null;
  return { orders: orders.slice(0, PER_PAGE), next };
}
