import type { Db } from "#db/client.server.ts";
import { findComplaintDetail } from "#db/queries/complaint-pages.ts";
import { NotFound } from "../../lib/errors.ts";
import type { Actor } from "../accounts/actor.ts";
import { findTracking } from "../orders/find-tracking.server.ts";
import { type ComplaintView, complaintView } from "./complaint-view.ts";

type Asked = {
  readonly actor: Actor;
  readonly orderCode: string;
  readonly code: string;
  readonly secret: string | undefined;
};

/** A complaint for the buyer of the order, with the PIN while there is something to receive. @throws NotFound for a stranger */
export async function findBuyerComplaint(
  db: Db,
  { actor, orderCode, code, secret }: Asked,
): Promise<ComplaintView & { readonly pin: string | null }> {
  const [, row] = await Promise.all([
    findTracking(db, { actor, code: orderCode, secret }),
    findComplaintDetail(db, code),
  ]);
  if (row?.order_code !== orderCode) throw new NotFound("keluhan");
  // what goes back to a card is proved by nobody
  const isDue =
    row.status === "exchange_ready" || (row.status === "refund_due" && row.refund_method !== "card");
  return { ...complaintView(row), pin: isDue ? row.pin : null };
}
