import type { ComplaintDetailRow } from "#db/queries/complaint-pages.ts";
import { type ComplaintHolder, type ComplaintStatus, holderOf } from "./complaint-status.ts";
import { complaintEventText } from "./explain-complaint-event.ts";

export type ComplaintView = {
  readonly code: string;
  readonly orderCode: string;
  readonly status: ComplaintStatus;
  readonly holder: ComplaintHolder | null;
  readonly kind: string;
  readonly body: string;
  readonly wanted: string;
  readonly answer: string | null;
  readonly decision: string | null;
  readonly outcome: string | null;
  readonly pieces: number;
  readonly openedAt: Date;
  readonly deadlineAt: Date | null;
  readonly goods: {
    readonly name: string;
    readonly unit: string;
    readonly price: number;
    readonly quantity: number;
    readonly media_hash: string | null;
    readonly ground: string | null;
  };
  /** whose goods they are, when a seller's */
  readonly seller: string | null;
  readonly warung: { readonly name: string; readonly mobile: string; readonly address: string };
  /** what these pieces cost, rupiah: what a refund comes to */
  readonly worth: number;
  /** a refund goes back to the card it was paid with: nobody hands it over */
  readonly toCard: boolean;
  readonly refund: { readonly amount: number; readonly paidBack: boolean; readonly bySeller: boolean } | null;
  readonly photos: readonly number[];
  readonly history: readonly { readonly at: string; readonly title: string; readonly note: string }[];
};

/** What everybody whom a complaint concerns may see of it; of the buyer nothing, by `hideBuyer` not even their name. */
export function complaintView(
  row: ComplaintDetailRow,
  { hideBuyer = false }: { hideBuyer?: boolean } = {},
): ComplaintView {
  const status = row.status as ComplaintStatus;
  return {
    code: row.code,
    orderCode: row.order_code,
    status,
    holder: holderOf(status, row.umkm_id !== null),
    kind: row.kind,
    body: row.body,
    wanted: row.wanted,
    answer: row.answer,
    decision: row.decision,
    outcome: row.outcome,
    pieces: row.pieces,
    openedAt: row.opened_at,
    deadlineAt: row.deadline_at,
    goods: {
      name: row.name,
      unit: row.unit,
      price: row.price,
      quantity: row.quantity,
      media_hash: row.media_hash,
      ground: row.ground,
    },
    seller: row.umkm_name,
    warung: { name: row.warung_name, mobile: row.warung_mobile, address: row.warung_address },
    worth: row.price * row.pieces,
    toCard: row.refund_method === "card",
    refund:
      row.refund_amount === null
        ? null
        : {
            amount: row.refund_amount,
            paidBack: row.refund_status === "paid_back",
            bySeller: row.refund_umkm_id !== null,
          },
    photos: row.photos,
    history: row.events.map((event) => ({
      at: event.at,
      title: complaintEventText(
        hideBuyer && event.actor_kind === "buyer" ? { ...event, actor_name: "Pembeli" } : event,
      ),
      note: event.note,
    })),
  };
}
