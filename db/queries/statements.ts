import { sql } from "kysely";
import type { Db } from "../client.server.ts";

export type PayeeMoneyRow = {
  /** all that is owed, by the ledger */
  readonly balance: number;
  /** of orders that are not over */
  readonly not_due: number;
  /** due, and not drawn up yet */
  readonly due: number;
  /** drawn up, and not paid yet */
  readonly drawn: number;
  readonly carried: number;
};

/** How a payee's account stands, in rupiah; the four parts add up to the balance. One query. */
export async function findPayeeMoney(db: Db, account: string): Promise<PayeeMoneyRow> {
  const { rows } = await sql<PayeeMoneyRow>`
    select coalesce(-sum(e.amount), 0)::bigint as balance,
      coalesce(-sum(e.amount) filter (where o.id is not null and o.status not in ('completed', 'cancelled')), 0)::bigint as not_due,
      coalesce(-sum(e.amount) filter (where (o.id is null or o.status in ('completed', 'cancelled'))
        and l.entry_id is null and sp.posting_id is null), 0)::bigint as due,
      (select coalesce(sum(amount), 0)::bigint from settlement where account = ${account}
          and status in ('drawn_up', 'batched', 'bounced')) as drawn,
      (select coalesce(sum(amount), 0)::bigint from settlement where account = ${account}
          and status = 'carried' and carried_to is null) as carried
    from ledger_entry e join posting p on p.id = e.posting_id left join "order" o on o.id = p.order_id
      left join settlement_line l on l.entry_id = e.id left join settlement_posting sp on sp.posting_id = p.id
    where e.account = ${account}`.execute(db);
  return rows[0]!;
}

export type NotDueRow = {
  readonly code: string;
  readonly amount: number;
  readonly delivered_at: Date;
  /** until when the buyer may complain; with an open complaint: of its next step */
  readonly until: Date | null;
  readonly has_complaint: boolean;
};

/** What of a payee's account belongs to orders that are not over, an order a line, the newest first. */
export async function findNotDue(db: Db, account: string, limit: number): Promise<NotDueRow[]> {
  const { rows } = await sql<NotDueRow>`
    select o.code, -sum(e.amount)::bigint as amount, min(p.at) as delivered_at, o.deadline_at as until,
      exists (select 1 from complaint c where c.order_id = o.id and c.status <> 'done') as has_complaint
    from ledger_entry e join posting p on p.id = e.posting_id join "order" o on o.id = p.order_id
    where e.account = ${account} and o.status not in ('completed', 'cancelled')
    group by o.id order by o.id desc limit ${limit}`.execute(db);
  return rows;
}

export type SettlementRow = {
  readonly id: number;
  readonly code: string;
  /** of the ledger */
  readonly account: string;
  readonly until: string;
  readonly lines: number;
  readonly earned: number;
  readonly carried_in: number;
  readonly offset_cash: number;
  readonly offset_qris: number;
  readonly amount: number;
  readonly status: string;
  readonly drawn_at: Date;
  readonly carried_to: string | null;
  /** of the last try to pay it */
  readonly batched_at: Date | null;
  readonly paid_at: Date | null;
  readonly bounced_at: Date | null;
  readonly bounced_reason: string | null;
  readonly bank: string | null;
  readonly bank_account_last4: string | null;
  readonly bank_account_holder: string | null;
};

const columns = sql`
  s.id, s.code, s.account, s.until, s.lines, s.earned, s.carried_in, s.offset_cash, s.offset_qris, s.amount, s.status, s.drawn_at,
  next.code as carried_to, b.drawn_at as batched_at, case when s.status = 'paid' then x.paid_at end as paid_at,
  x.bounced_at, x.bounced_reason, k.name as bank, x.bank_account_last4, x.bank_account_holder`;
const joins = sql`
  settlement s left join settlement next on next.id = s.carried_to
  left join lateral (select * from payout where settlement_id = s.id order by id desc limit 1) x on true
  left join payout_batch b on b.id = x.batch_id left join bank k on k.code = x.bank_code`;

/** The settlements of a payee, the newest first. */
export async function findSettlements(
  db: Db,
  account: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<SettlementRow[]> {
  const { rows } = await sql<SettlementRow>`
    select ${columns} from ${joins} where s.account = ${account} order by s.id desc limit ${limit} offset ${offset}`.execute(
    db,
  );
  return rows;
}

export async function findSettlement(
  db: Db,
  account: string,
  code: string,
): Promise<SettlementRow | undefined> {
  const { rows } = await sql<SettlementRow>`
    select ${columns} from ${joins} where s.account = ${account} and s.code = ${code}`.execute(db);
  return rows[0];
}

export type StatementLineRow = {
  readonly kind: string;
  readonly at: Date;
  readonly amount: number;
  readonly order_code: string | null;
  readonly placed_at: Date | null;
  readonly completed_at: Date | null;
  /** of a seller's sale: pieces times price, and the way to the warung; null for anything else */
  readonly goods: number | null;
  readonly first_leg: number | null;
};

/** The lines of a settlement as they were booked: each order, when it came, was handed over and was over. One query. */
export async function findStatementLines(
  db: Db,
  { settlementId, umkmId }: { settlementId: number; umkmId: number | null },
): Promise<StatementLineRow[]> {
  const { rows } = await sql<StatementLineRow>`
    select p.kind, p.at, -e.amount as amount, o.code as order_code, o.placed_at,
      (select max(v.at) from order_event v where v.order_id = o.id and v.kind = 'completed') as completed_at,
      g.goods, g.first_leg
    from settlement_line l join ledger_entry e on e.id = l.entry_id join posting p on p.id = e.posting_id
      left join "order" o on o.id = p.order_id
      left join lateral (
        select sum(i.price * i.quantity)::bigint as goods, max(s.first_leg_fee)::bigint as first_leg
          from seller_line s join order_line i on i.seller_line_id = s.id
         where p.kind = 'sale' and s.order_id = o.id and s.umkm_id = ${umkmId} and i.quantity > 0) g on true
    where l.settlement_id = ${settlementId} order by p.at, e.id`.execute(db);
  return rows;
}

/** The settlements that were left over for this one, in order. */
export async function findCarriedInto(
  db: Db,
  settlementId: number,
): Promise<{ readonly code: string; readonly until: string; readonly amount: number }[]> {
  return db
    .selectFrom("settlement")
    .select(["code", "until", "amount"])
    .where("carried_to", "=", settlementId)
    .orderBy("id")
    .execute();
}
