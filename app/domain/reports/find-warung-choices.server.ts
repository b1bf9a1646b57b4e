import type { Db } from "#db/client.server.ts";
import { findChoiceRows, findShareWarung } from "#db/queries/fair-share.ts";
import { addMinutes, now } from "../../lib/clock.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asOfficer, requireOfficerOf } from "../accounts/actor.ts";
import type { Judged } from "../orders/rank-warung.ts";
import { CHOICE_DAYS, countReasons, type Explained, explainChoice } from "./explain-choice.ts";

/** A month of the busiest warung; what is older is left out of the counts, and the page says so. */
const MOST_CHOICES = 5_000;
const PER_PAGE = 25;

export type ExplainedOrder = Explained & {
  readonly id: number;
  readonly at: Date;
  readonly code: string;
  readonly village: string;
  /** who was asked; null: nobody */
  readonly asked: string | null;
};

export type WarungChoices = {
  readonly warung: { readonly name: string; readonly slug: string; readonly villages: number };
  readonly looked: number;
  readonly complete: boolean;
  readonly chosen: number;
  readonly reasons: ReturnType<typeof countReasons>;
  readonly orders: readonly ExplainedOrder[];
  /** for the next ones; null at the end */
  readonly next: number | null;
};

/**
 * Why a warung was asked, or not, for the orders of its service villages in the last 30 days: how often each reason
 * came, and the newest orders one by one (`after`: id the page before ended with). Two queries.
 * @throws NotLoggedIn, NotAllowed for another regency, NotFound, SecondFactorNeeded
 */
export async function findWarungChoices(
  db: Db,
  actor: Actor,
  { slug, after }: { slug: string; after?: number },
): Promise<WarungChoices> {
  asOfficer(actor);
  const warung = await findShareWarung(db, slug);
  if (!warung) throw new NotFound("warung");
  requireOfficerOf(actor, warung.regency_code);
  const since = addMinutes(now(), -CHOICE_DAYS * 24 * 60);
  const rows = await findChoiceRows(db, { warungId: warung.id, since, limit: MOST_CHOICES });
  const explained = rows.map((row) => ({
    id: row.routing_id,
    at: row.at,
    code: row.code,
    village: row.village,
    asked: row.asked_name,
    ...explainChoice({
      mine: row.mine as Judged | null,
      asked: row.asked as Judged | null,
      askedIsMine: row.asked_is_mine,
      byOfficer: row.by_officer,
      hasStaples: row.has_staples,
      outcome: row.outcome,
      declinedReason: row.declined_reason,
    }),
  }));
  const rest = after === undefined ? explained : explained.filter((one) => one.id < after);
  const orders = rest.slice(0, PER_PAGE);
  return {
    warung: { name: warung.name, slug: warung.slug, villages: warung.villages },
    looked: explained.length,
    complete: explained.length < MOST_CHOICES,
    chosen: explained.filter((one) => one.chosen).length,
    reasons: countReasons(explained),
    orders,
    next: rest.length > PER_PAGE ? orders.at(-1)!.id : null,
  };
}
