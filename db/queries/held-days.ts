import { sql } from "kysely";
import type { Db } from "../client.server.ts";

export type HeldDayRow = {
  /** `2026-11-25`, WIB */
  readonly day: string;
  /** rupiah, each as it came or went that day */
  readonly cash_in: number;
  readonly qris_in: number;
  readonly earned: number;
  readonly paid_back: number;
  readonly handed_in: number;
  readonly other: number;
  /** rupiah held at the end of the day, in till and QRIS account together */
  readonly held: number;
};

/** What a warung's money did on each day between two moments on which it moved, the earliest first. */
export async function findHeldDays(
  db: Db,
  { warungId, from, until }: { warungId: number; from: Date; until: Date },
): Promise<HeldDayRow[]> {
  const [till, account, own] = ["kas", "qris", "pendapatan"].map((pocket) => `warung:${warungId}:${pocket}`);
  const { rows } = await sql<HeldDayRow>`
    with moved as (
      select to_char(p.at at time zone 'Asia/Jakarta', 'YYYY-MM-DD') as day, p.at, p.kind, e.account, e.amount
        from ledger_entry e join posting p on p.id = e.posting_id
       where e.account in (${till}, ${account}, ${own}) and p.at < ${until}),
    days as (
      select day, min(at) as at,
        coalesce(sum(amount) filter (where kind = 'sale' and account = ${till}), 0)::bigint as cash_in,
        coalesce(sum(amount) filter (where kind = 'payment_received'), 0)::bigint as qris_in,
        coalesce(-sum(amount) filter (where account = ${own}), 0)::bigint as earned,
        coalesce(-sum(amount) filter (where kind = 'refund_paid' and account <> ${own}), 0)::bigint as paid_back,
        coalesce(-sum(amount) filter (where kind = 'cash_handed_in'), 0)::bigint as handed_in,
        coalesce(sum(amount) filter (where account <> ${own}
          and kind not in ('sale', 'payment_received', 'refund_paid', 'cash_handed_in')), 0)::bigint as other,
        (sum(coalesce(sum(amount) filter (where account <> ${own}), 0)) over (order by day))::bigint as held
        from moved group by day)
    select day, cash_in, qris_in, earned, paid_back, handed_in, other, held from days where at >= ${from} order by day`.execute(
    db,
  );
  return rows;
}
