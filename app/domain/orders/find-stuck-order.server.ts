import type { Db } from "#db/client.server.ts";
import { type CaseRow, findOrderCase } from "#db/queries/dinas.ts";
import { findOrderDetail } from "#db/queries/order-pages.ts";
import { findLastRouting } from "#db/queries/routing.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";
import { filterText, rankText } from "./explain-rank.ts";
import type { WarungOrder } from "./find-own-order.server.ts";
import type { Judged } from "./rank-warung.ts";

export type CaseCandidate = {
  readonly warungId: number;
  readonly name: string;
  readonly mobile: string;
  readonly rank: number | null;
  readonly why: string;
  /** an officer may ask everyone who is designated, also those the rules pass over */
  readonly mayTake: boolean;
};

export type StuckOrder = WarungOrder &
  Pick<CaseRow, "needs_officer_reason" | "deadline_at" | "offers" | "history"> & {
    readonly candidates: readonly CaseCandidate[];
  };

/**
 * One order of the officer's regency with what they need to decide: who was asked, and who could be.
 * Everything but the PIN and the tracking link. Three queries. @throws NotLoggedIn, NotAllowed, NotFound
 */
export async function findStuckOrder(db: Db, actor: Actor, { code }: { code: string }): Promise<StuckOrder> {
  const { regencyCode } = asOfficer(actor);
  const known = await findOrderCase(db, regencyCode, code);
  if (!known) throw new NotFound("pesanan");
  const [detail, routing] = await Promise.all([
    findOrderDetail(db, code),
    findLastRouting<Judged & { status: string }>(db, known.id),
  ]);
  if (!detail) throw new NotFound("pesanan");
  const { pin: _pin, tracking_secret: _secret, account_id: _account, ...order } = detail;
  const hasStaples = order.lines.some((line) => line.umkm_id === null);
  const candidates = (routing?.candidates ?? []).map((judged) => ({
    warungId: judged.warungId,
    name: judged.name,
    mobile: judged.mobile,
    rank: judged.rank,
    why: filterText(judged) ?? rankText(judged, hasStaples),
    mayTake: judged.status !== "suspended" && judged.status !== "nominated",
  }));
  return { ...order, ...known, candidates };
}
