import type { Db } from "#db/client.server.ts";
import { countEarlierComplaints, type EarlierRow, findComplaintDetail } from "#db/queries/complaint-pages.ts";
import { now } from "../../lib/clock.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asOfficer, requireOfficerOf } from "../accounts/actor.ts";
import { type ComplaintView, complaintView } from "./complaint-view.ts";

export type ComplaintCase = ComplaintView & {
  readonly buyer: { readonly name: string; readonly mobile: string; readonly place: string };
  readonly sellerMobile: string | null;
  readonly earlier: EarlierRow;
  readonly late: boolean;
  readonly can: { readonly decide: boolean; readonly attest: boolean };
};

/**
 * Everything an officer needs to decide on a complaint of their regency; never the PIN. Two queries.
 * @throws NotLoggedIn, NotAllowed for another regency, NotFound
 */
export async function findComplaintCase(db: Db, actor: Actor, code: string): Promise<ComplaintCase> {
  asOfficer(actor);
  const [row, earlier] = await Promise.all([findComplaintDetail(db, code), countEarlierComplaints(db, code)]);
  if (!row) throw new NotFound("keluhan");
  requireOfficerOf(actor, row.regency_code);
  return {
    ...complaintView(row),
    buyer: {
      name: row.buyer_name,
      mobile: row.buyer_mobile,
      place: `${row.village}, ${row.district}`,
    },
    sellerMobile: row.umkm_mobile,
    earlier,
    late: row.deadline_at !== null && row.deadline_at < now(),
    can: {
      decide: row.status === "disputed",
      attest: row.status === "refund_due" && row.refund_method !== "card",
    },
  };
}
