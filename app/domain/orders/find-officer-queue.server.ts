import type { Db } from "#db/client.server.ts";
import { findQueue, type QueueRow } from "#db/queries/dinas.ts";
import { now } from "../../lib/clock.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";
import { regencyName } from "../regions/find-village.server.ts";

const PER_PAGE = 15;

export type QueuedOrder = Omit<QueueRow, "regency_kind">;

/** Where the queue goes on: after this order, in its second part or still in its first. */
export type QueuePlace = { readonly late: boolean; readonly after: string | undefined };

/**
 * Stuck orders of an officer's own regency (the province's all): first those that need an officer, then those that
 * are late with their warung; in each part those that wait longest. At most two queries.
 * @throws NotLoggedIn, NotAllowed
 */
export async function findOfficerQueue(
  db: Db,
  actor: Actor,
  { late, after }: QueuePlace,
): Promise<{ orders: QueuedOrder[]; next: QueuePlace | null }> {
  const { regencyCode } = asOfficer(actor);
  const rows: QueueRow[] = [];
  const read = async (list: "needing" | "late", from: string | undefined) => {
    const limit = PER_PAGE + 1 - rows.length;
    if (limit > 0) rows.push(...(await findQueue(db, { list, regencyCode, after: from, now: now(), limit })));
  };
  if (!late) await read("needing", after);
  await read("late", late ? after : undefined);
  const orders = rows.slice(0, PER_PAGE).map(({ regency_kind, ...row }) => ({
    ...row,
    regency: regencyName(row.regency, regency_kind),
  }));
  const last = orders.at(-1);
  const next =
    last && rows.length > PER_PAGE ? { late: last.status !== "needs_officer", after: last.code } : null;
  return { orders, next };
}
