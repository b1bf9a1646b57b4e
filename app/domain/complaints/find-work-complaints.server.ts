import type { Db } from "#db/client.server.ts";
import {
  type ComplaintRow,
  countWaitingComplaints,
  findClosedComplaints,
  findOpenComplaints,
  type Whose,
} from "#db/queries/complaint-pages.ts";
import { type Actor, asOperator, asSeller } from "../accounts/actor.ts";

const MOST_OPEN = 100;
const PER_PAGE = 20;

export type WorkComplaints = {
  readonly open: readonly ComplaintRow[];
  readonly closed: readonly ComplaintRow[];
  /** id to go on after; null at the end */
  readonly next: number | null;
};

function whoseWork(actor: Actor, as: "seller" | "operator"): Whose {
  return as === "seller"
    ? { umkmId: asSeller(actor).umkm.umkmId }
    : { warungId: asOperator(actor).warung.warungId };
}

/**
 * Complaints of a seller's goods, or of a warung's orders: what is open by its deadline, then what is over. Two queries.
 * @throws NotLoggedIn, NotAllowed
 */
export async function findWorkComplaints(
  db: Db,
  actor: Actor,
  { as, after }: { as: "seller" | "operator"; after?: number | undefined },
): Promise<WorkComplaints> {
  const whose = whoseWork(actor, as);
  const [open, closed] = await Promise.all([
    after ? [] : findOpenComplaints(db, whose, MOST_OPEN),
    findClosedComplaints(db, whose, { before: after, limit: PER_PAGE + 1 }),
  ]);
  const page = closed.slice(0, PER_PAGE);
  return { open, closed: page, next: closed.length > PER_PAGE ? page.at(-1)!.id : null };
}

/** How many complaints wait for this seller or this warung to do something. @throws NotLoggedIn, NotAllowed */
export async function countWorkComplaints(db: Db, actor: Actor, as: "seller" | "operator"): Promise<number> {
  return countWaitingComplaints(db, whoseWork(actor, as));
}
