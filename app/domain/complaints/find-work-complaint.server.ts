import type { Db } from "#db/client.server.ts";
import { findComplaintDetail } from "#db/queries/complaint-pages.ts";
import { NotFound } from "../../lib/errors.ts";
import { type Actor, asOperator, asSeller } from "../accounts/actor.ts";
import { type ComplaintView, complaintView } from "./complaint-view.ts";

export type WorkComplaint = ComplaintView & {
  /** they have to answer, or may have had to */
  readonly isAnswerer: boolean;
  /** only for the warung, who knows them from the delivery */
  readonly buyer: { readonly name: string; readonly mobile: string } | null;
};

/** A complaint of a seller's own goods; of the buyer they learn nothing. @throws NotLoggedIn, NotAllowed, NotFound */
export async function findSellerComplaint(db: Db, actor: Actor, code: string): Promise<WorkComplaint> {
  const { umkm } = asSeller(actor);
  const row = await findComplaintDetail(db, code);
  if (row?.umkm_id !== umkm.umkmId) throw new NotFound("keluhan");
  return { ...complaintView(row, { hideBuyer: true }), isAnswerer: true, buyer: null };
}

/** A complaint of an order that this warung delivered. @throws NotLoggedIn, NotAllowed, NotFound */
export async function findWarungComplaint(db: Db, actor: Actor, code: string): Promise<WorkComplaint> {
  const { warung } = asOperator(actor);
  const row = await findComplaintDetail(db, code);
  if (row?.warung_id !== warung.warungId) throw new NotFound("keluhan");
  return {
    ...complaintView(row),
    isAnswerer: row.umkm_id === null,
    buyer: { name: row.buyer_name, mobile: row.buyer_mobile },
  };
}
