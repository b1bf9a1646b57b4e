import type { Tx } from "#db/client.server.ts";
import { insertComplaintEvent } from "#db/queries/complaints.ts";
import type { Actor } from "../accounts/actor.ts";
import { announce } from "../jobs/enqueue.server.ts";
import type { ActingAs, OrderEventKind } from "../orders/record-order-event.server.ts";
import { recordOrderEvent } from "../orders/record-order-event.server.ts";

export type ComplaintEventKind = "commented" | Extract<OrderEventKind, `complaint_${string}`>;

type What = {
  readonly complaint: {
    readonly id: number;
    readonly code: string;
    readonly name: string;
    readonly umkm_id: number | null;
    readonly warung_id: number;
  };
  readonly orderId: number;
  readonly kind: ComplaintEventKind;
  /** what they wrote; stays with the complaint, the order's history does not repeat it */
  readonly note?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
};

/** Writes who did what to the complaint and to its order, and tells the pages that show it. */
export async function recordComplaintEvent(
  tx: Tx,
  who: { readonly actor: Actor; readonly as: ActingAs },
  { complaint, orderId, kind, note = "", detail = {} }: What,
): Promise<void> {
  const { actor, as } = who;
  await insertComplaintEvent(tx, {
    complaintId: complaint.id,
    kind,
    actorKind: as,
    actorAccountId: actor.kind === "person" ? actor.accountId : null,
    actorName: actor.kind === "guest" ? "Pembeli" : actor.name,
    note,
    detail,
  });
  const known = { complaint: complaint.code, goods: complaint.name, umkmId: complaint.umkm_id, ...detail };
  if (kind !== "commented") await recordOrderEvent(tx, orderId, kind, who, known);
  await announce(tx, `warung:${complaint.warung_id}`);
}
