import type { Db } from "#db/client.server.ts";
import { type ConsignmentRow, findConsignments } from "#db/queries/consignment-pages.ts";
import {
  findShelfItems,
  listOpenReturns,
  type ReturnRow,
  type ShelfItemRow,
  type ShelfSide,
} from "#db/queries/shelf-pages.ts";
import { addMinutes, now, startOfDayWib } from "../../lib/clock.ts";
import { type Actor, asOperator, asSeller } from "../accounts/actor.ts";

const MOST_OPEN = 100;
const MOST_PAST = 10;
const DAY = 24 * 60;

export type Shelves = {
  /** what lies where and what became of what was sent there */
  readonly items: readonly ShelfItemRow[];
  /** sendings that wait to be counted, the most urgent first */
  readonly arriving: readonly ConsignmentRow[];
  /** the last sendings that are over */
  readonly past: readonly ConsignmentRow[];
  /** on their way back to their sellers */
  readonly returns: readonly ReturnRow[];
};

/** The last 7 and the last 30 days, today counted in. */
export function shelfPeriods(at: Date): { weekStart: Date; monthStart: Date } {
  const today = startOfDayWib(at);
  return { weekStart: addMinutes(today, -6 * DAY), monthStart: addMinutes(today, -29 * DAY) };
}

async function shelvesOf(db: Db, side: ShelfSide): Promise<Shelves> {
  const [items, arriving, past, returns] = await Promise.all([
    findShelfItems(db, { ...side, ...shelfPeriods(now()) }),
    findConsignments(db, { ...side, open: true, limit: MOST_OPEN }),
    findConsignments(db, { ...side, open: false, limit: MOST_PAST }),
    listOpenReturns(db, side),
  ]);
  return { items, arriving, past, returns };
}

/** A seller's goods on all shelves. Four queries, the warung's own. @throws NotLoggedIn, NotAllowed */
export async function findSellerShelves(db: Db, actor: Actor): Promise<Shelves> {
  return shelvesOf(db, { umkmId: asSeller(actor).umkm.umkmId });
}

/** All sellers' goods on this warung's shelf. @throws NotLoggedIn, NotAllowed */
export async function findWarungShelf(db: Db, actor: Actor): Promise<Shelves> {
  return shelvesOf(db, { warungId: asOperator(actor).warung.warungId });
}
