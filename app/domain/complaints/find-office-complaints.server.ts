import type { Db } from "#db/client.server.ts";
import { findOfficeComplaints as findRows, type OfficeComplaintRow } from "#db/queries/complaint-pages.ts";
import { now } from "../../lib/clock.ts";
import { type Actor, asOfficer } from "../accounts/actor.ts";
import { regencyName } from "../regions/find-village.server.ts";

const PER_PAGE = 15;

export type OfficeComplaint = Omit<OfficeComplaintRow, "regency_kind">;

/** One part of the list, and the code of the last one seen. */
export type ComplaintPlace = {
  readonly list: "decide" | "open" | "done";
  readonly after?: string | undefined;
};

/** Complaints of an officer's own regency (the province's all). @throws NotLoggedIn, NotAllowed */
export async function findOfficeComplaints(
  db: Db,
  actor: Actor,
  { list, after }: ComplaintPlace,
): Promise<{ readonly complaints: readonly OfficeComplaint[]; readonly next: string | null }> {
  const { regencyCode } = asOfficer(actor);
  const rows = await findRows(db, { regencyCode, list, after, now: now(), limit: PER_PAGE + 1 });
  const complaints = rows.slice(0, PER_PAGE).map(({ regency_kind, ...row }) => ({
    ...row,
    regency: regencyName(row.regency, regency_kind),
  }));
  return { complaints, next: rows.length > PER_PAGE ? complaints.at(-1)!.code : null };
}
