import type { Db } from "#db/client.server.ts";
import { findStuckOrders as findRows, type QueueRow } from "#db/queries/dinas.ts";
import { now } from "../../lib/clock.ts";
import type { Actor } from "../accounts/actor.ts";
import { findOffice, type Office } from "./find-office.server.ts";

const PER_PAGE = 20;

export type StuckOrders = {
  readonly desk: Office;
  readonly orders: readonly QueueRow[];
  readonly page: number;
  readonly pages: number;
};

/** The office's queue: orders that need an officer, then the late ones. A page too far is the last one. Two queries. */
export async function findStuckOrders(
  db: Db,
  actor: Actor,
  { page: wanted }: { page: number },
): Promise<StuckOrders> {
  const desk = await findOffice(db, actor);
  const pages = Math.max(1, Math.ceil((desk.needs_officer + desk.late) / PER_PAGE));
  const page = Math.min(wanted, pages);
  const orders = await findRows(db, desk.regencyCode, {
    now: now(),
    limit: PER_PAGE,
    offset: (page - 1) * PER_PAGE,
  });
  return { desk, orders, page, pages };
}
