import type { Db } from "#db/client.server.ts";
import { findCase } from "#db/queries/dinas.ts";
import { findOrderDetail, type OrderDetailRow } from "#db/queries/order-pages.ts";
import { now } from "../../lib/clock.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asOfficer, requireOfficerOf } from "../accounts/actor.ts";
import { canTakeOver } from "./can-take-over.ts";
import { eventText, offerText } from "./explain-event.ts";
import { filterText, rankText } from "./explain-rank.ts";
import { findShortageQuestions, type ShortageQuestion } from "./find-shortage-questions.server.ts";
import { type NextStep, nextStepOf } from "./next-step.ts";
import { canCancel, type OrderStatus } from "./order-status.ts";
import type { Judged } from "./rank-warung.ts";

export type Candidate = {
  readonly warungId: number;
  readonly name: string;
  readonly mobile: string;
  readonly rank: number | null;
  readonly why: string;
  /** false for a warung that is not designated, or frozen */
  readonly assignable: boolean;
};

export type OfficerCase = {
  readonly order: Omit<OrderDetailRow, "pin" | "tracking_secret" | "account_id" | "events">;
  readonly reason: string | null;
  readonly next: NextStep | null;
  readonly offers: readonly { readonly warung: string; readonly at: string; readonly outcome: string }[];
  readonly history: readonly { readonly at: string; readonly text: string }[];
  readonly candidates: readonly Candidate[];
  /** what the buyer is being asked about missing goods; the officer may answer for them on the telephone */
  readonly questions: readonly ShortageQuestion[];
  readonly can: { readonly assign: boolean; readonly cancel: boolean; readonly takeOver: boolean };
};

type Stored = Judged & { readonly status?: string };

/**
 * Everything an officer needs to decide on an order of their regency; never its PIN or its tracking link. Two queries, and
 * one more while its buyer is being asked something.
 * @throws NotLoggedIn, NotAllowed for another regency, NotFound
 */
export async function findOfficerCase(db: Db, actor: Actor, code: string): Promise<OfficerCase> {
  asOfficer(actor);
  const [detail, file] = await Promise.all([findOrderDetail(db, code), findCase(db, code)]);
  if (!detail || !file) throw new NotFound("pesanan");
  requireOfficerOf(actor, file.regency_code);
  const { pin: _pin, tracking_secret: _secret, account_id: _account, events: _events, ...order } = detail;
  const status = order.status as OrderStatus;
  const hasStaples = order.lines.some((line) => line.umkm_id === null && line.quantity > 0);
  return {
    order,
    reason: status === "needs_officer" ? file.needs_officer_reason : null,
    next: nextStepOf(order, now()),
    offers: file.offers.map((offer) => ({
      warung: offer.warung,
      at: offer.offered_at,
      outcome: offerText(offer),
    })),
    history: file.history.map((event) => ({ at: event.at, text: eventText(event) })),
    candidates: (file.candidates as Stored[]).map((judged) => ({
      warungId: judged.warungId,
      name: judged.name,
      mobile: judged.mobile,
      rank: judged.rank,
      why: filterText(judged) ?? rankText(judged, hasStaples),
      assignable: judged.status !== "suspended" && judged.status !== "nominated",
    })),
    questions: await findShortageQuestions(db, order),
    can: {
      assign: status === "needs_officer",
      cancel: canCancel(status),
      takeOver: canTakeOver(status) && !detail.is_test,
    },
  };
}
