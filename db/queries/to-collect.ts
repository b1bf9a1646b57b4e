import { sql } from "kysely";

/**
 * Of an order `o` with its payment `pay` (left join): rupiah to be taken at hand-over, 0 where a card is held for it or it
 * was paid; null for a test order. The same as `outstandingOf` in app/domain/ledger.
 */
export const toCollect = sql`case when pay.status = 'held' or pay.status = 'void' or pay.cash > 0 then 0
  else greatest(0, pay.amount - pay.received + pay.returned) end as to_collect, coalesce(pay.method, 'cash') as payment_method`;

export type ToCollect = {
  readonly payment_method: "cash" | "qris" | "card";
  /** rupiah to be taken at hand-over; null: a test order */
  readonly to_collect: number | null;
};
