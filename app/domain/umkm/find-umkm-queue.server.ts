import type { Db } from "#db/client.server.ts";
import { findSpotChecks, findUmkmList, findWaitingUmkm, type UmkmListRow } from "#db/queries/umkm-desk.ts";
import { dateWib, now } from "../../lib/clock.ts";
import { type Actor, asOfficer, asProvince } from "../accounts/actor.ts";
import { regencyName } from "../regions/find-village.server.ts";

const PER_PAGE = 20;
const SAMPLE = 10;

export type UmkmQueueQuestion = {
  readonly status: "submitted" | "returned" | "verified" | "suspended";
  /** part of a name or an owner's name, or a whole NIB; then every state is looked through */
  readonly words: string;
  /** slug of the last one seen */
  readonly after?: string | undefined;
  /** the province's sample instead */
  readonly spotCheck: boolean;
};

export type QueuedUmkm = Omit<UmkmListRow, "regency_kind">;

/**
 * The businesses an officer looks after (their regency's; the province's all): those that wait, the longest first; the
 * others the newest first. One query.
 * @throws NotLoggedIn, NotAllowed
 */
export async function findUmkmQueue(
  db: Db,
  actor: Actor,
  { status, words, after, spotCheck }: UmkmQueueQuestion,
): Promise<{ umkm: QueuedUmkm[]; next: string | null }> {
  const { regencyCode } = asOfficer(actor);
  const limit = PER_PAGE + 1;
  let rows: UmkmListRow[];
  if (spotCheck) {
    asProvince(actor);
    rows = await findSpotChecks(db, { regencyCode, day: dateWib(now()), limit: SAMPLE });
  } else if (status === "submitted" && !words)
    rows = await findWaitingUmkm(db, { regencyCode, after, limit });
  else rows = await findUmkmList(db, { regencyCode, status, words, after, limit });
  const umkm = rows.slice(0, PER_PAGE).map(({ regency_kind, ...row }) => ({
    ...row,
    regency: regencyName(row.regency, regency_kind),
  }));
  return { umkm, next: rows.length > PER_PAGE ? umkm.at(-1)!.slug : null };
}
