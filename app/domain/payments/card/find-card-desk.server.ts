import type { Db } from "#db/client.server.ts";
import { type FailedRefund, findFailedRefunds } from "#db/queries/card-refunds.ts";
import { findFailedCaptures, type StuckCard } from "#db/queries/card-watch.ts";
import { findDisputeCases } from "#db/queries/disputes.ts";
import { env } from "../../../lib/env.server.ts";
import { type Actor, asProvince } from "../../accounts/actor.ts";
import { disputeReasonText, disputeStatusText, refundFailureText } from "./dispute-words.ts";
import { evidenceText } from "./evidence-text.ts";

export type ShownDispute = {
  readonly id: number;
  readonly providerId: string;
  /** of the case at the provider's own desk */
  readonly link: string;
  readonly amount: number;
  readonly reason: string;
  readonly status: string;
  readonly dueAt: Date | null;
  readonly closedAt: Date | null;
  readonly codes: readonly string[];
  readonly evidence: string;
};

export type CardDesk = {
  readonly disputes: readonly ShownDispute[];
  readonly captures: readonly StuckCard[];
  readonly refunds: readonly FailedRefund[];
};

/** The provider's dashboard; a test key has its own. */
function dashboard(): string {
  const isTest = env().STRIPE_SECRET_KEY?.includes("_test_") ?? false;
  return `https://dashboard.stripe.com/${isTest ? "test/" : ""}`;
}

/** What of the cards needs an officer of the province. @throws NotLoggedIn, NotAllowed, SecondFactorNeeded */
export async function findCardDesk(db: Db, actor: Actor): Promise<CardDesk> {
  asProvince(actor);
  const [cases, captures, refunds] = await Promise.all([
    findDisputeCases(db),
    findFailedCaptures(db),
    findFailedRefunds(db),
  ]);
  const disputes = cases.map((one) => ({
    id: one.id,
    providerId: one.provider_id,
    link: `${dashboard()}disputes/${one.provider_id}`,
    amount: one.amount,
    reason: disputeReasonText(one.reason),
    status: disputeStatusText(one.status),
    dueAt: one.due_at,
    closedAt: one.closed_at,
    codes: one.orders.map(({ code }) => code),
    evidence: one.orders.map(evidenceText).join("\n\n"),
  }));
  return {
    disputes,
    captures,
    refunds: refunds.map((refund) => ({ ...refund, reason: refundFailureText(refund.reason) })),
  };
}
