import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../client.server.ts";
import { payees } from "./payouts.ts";

export type MovedPayout = {
  readonly id: number;
  readonly settlement_id: number;
  readonly account: string;
  readonly amount: number;
  readonly payee: string;
  readonly regency_code: string;
};

const moved: RawBuilder<unknown> = sql`
  m.id, m.settlement_id, s.account, m.amount, coalesce(u.name, w.name) as payee,
  coalesce(u.regency_code, w.regency_code) as regency_code`;

/** The bank paid these transfers of a batch (or all that are open). @returns those that were open until now */
export async function payPayouts(
  tx: Tx,
  batchId: number,
  settlement: string | undefined,
): Promise<MovedPayout[]> {
  const { rows } = await sql<MovedPayout>`
    with open as materialized (
      select x.id, x.settlement_id from payout x join settlement s on s.id = x.settlement_id
       where x.batch_id = ${batchId} and x.status = 'sent'
         ${settlement === undefined ? sql`` : sql`and s.code = ${settlement}`}
       order by s.id for update),
    m as (update payout x set status = 'paid', paid_at = now() from open where x.id = open.id returning x.*),
    done as (update settlement s set status = 'paid' from open where s.id = open.settlement_id and s.status = 'batched')
    select ${moved} from m join (${payees}) on s.id = m.settlement_id order by m.id`.execute(tx);
  return rows;
}

/** One transfer came back. @returns it with whether it had been paid, or undefined when it is not open or paid any more */
export async function bouncePayout(
  tx: Tx,
  batchId: number,
  { settlement, reason }: { settlement: string; reason: string },
): Promise<(MovedPayout & { readonly was_paid: boolean }) | undefined> {
  const { rows } = await sql<MovedPayout & { was_paid: boolean }>`
    with open as materialized (
      select x.id, x.settlement_id, x.status = 'paid' as was_paid from payout x join settlement s on s.id = x.settlement_id
       where x.batch_id = ${batchId} and x.status in ('sent', 'paid') and s.code = ${settlement} order by s.id for update),
    m as (update payout x set status = 'bounced', bounced_at = now(), bounced_reason = ${reason}
            from open where x.id = open.id returning x.*),
    done as (update settlement s set status = 'bounced' from open
              where s.id = open.settlement_id and s.status in ('batched', 'paid')),
    unsure as (update umkm set bank_account_confirmed_at = null from settlement s, open
                where s.id = open.settlement_id and umkm.id = s.umkm_id),
    unsure_too as (update warung set bank_account_confirmed_at = null from settlement s, open
                where s.id = open.settlement_id and warung.id = s.warung_id)
    select ${moved}, open.was_paid from m join open on open.id = m.id join (${payees}) on s.id = m.settlement_id`.execute(
    tx,
  );
  return rows[0];
}

export type ConfirmedAccount = {
  readonly thing: "umkm" | "warung";
  readonly slug: string;
  readonly payee: string;
  readonly last4: string;
  readonly regency_code: string;
};

/** An officer found the account of this settlement's payee right. @returns whose it is, or undefined when nothing waited */
export async function confirmPayeeAccount(tx: Tx, settlement: string): Promise<ConfirmedAccount | undefined> {
  const { rows } = await sql<ConfirmedAccount>`
    with one as (select s.umkm_id, s.warung_id from settlement s where s.code = ${settlement}),
    by_umkm as (update umkm x set bank_account_confirmed_at = now() from one
                 where x.id = one.umkm_id and x.bank_account_sealed is not null and x.bank_account_confirmed_at is null
                returning 'umkm' as thing, x.slug, x.name as payee, x.bank_account_last4 as last4, x.regency_code),
    by_warung as (update warung x set bank_account_confirmed_at = now() from one
                 where x.id = one.warung_id and x.bank_account_sealed is not null and x.bank_account_confirmed_at is null
                returning 'warung' as thing, x.slug, x.name as payee, x.bank_account_last4 as last4, x.regency_code)
    select * from by_umkm union all select * from by_warung`.execute(tx);
  return rows[0];
}

export type PayoutToTell = {
  readonly id: number;
  readonly status: string;
  readonly settlement: string;
  readonly amount: number;
  readonly is_warung: boolean;
  readonly payee: string;
  readonly mobile: string;
  readonly regency_code: string;
  readonly bank_account_last4: string;
  readonly bounced_reason: string | null;
};

/** Takes some of a batch's transfers whose payees have not heard of the outcome; they count as told when this commits. */
export async function takePayoutsToTell(tx: Tx, batchId: number, limit: number): Promise<PayoutToTell[]> {
  const { rows } = await sql<PayoutToTell>`
    with untold as (
      select id from payout where batch_id = ${batchId} and status <> 'sent' and told is distinct from status
       order by id limit ${limit} for update skip locked),
    m as (update payout x set told = x.status from untold where x.id = untold.id returning x.*)
    select m.id, m.status, s.code as settlement, m.amount, w.id is not null as is_warung, coalesce(u.name, w.name) as payee,
      coalesce(u.mobile, w.mobile) as mobile, coalesce(u.regency_code, w.regency_code) as regency_code,
      m.bank_account_last4, m.bounced_reason
    from m join (${payees}) on s.id = m.settlement_id order by m.id`.execute(tx);
  return rows;
}
