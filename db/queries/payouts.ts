import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";

/** Why a settlement cannot be transferred as it stands; null: it can. Of `s` with its payee `u` or `w`. */
const trouble: RawBuilder<string | null> = sql`
  case when coalesce(u.bank_account_sealed, w.bank_account_sealed) is null or coalesce(u.bank_code, w.bank_code) is null
         or coalesce(u.bank_account_holder, w.bank_account_holder, '') = '' then 'missing'
       when u.status <> 'verified' or w.status = 'suspended' then 'suspended'
       when coalesce(u.bank_account_confirmed_at, w.bank_account_confirmed_at) is null
         then case when s.status = 'bounced' then 'bounced' else 'unconfirmed' end end`;

/** Settlements `s` with their payee `u` or `w`. */
export const payees: RawBuilder<unknown> = sql`
  settlement s left join umkm u on u.id = s.umkm_id left join warung w on w.id = s.warung_id`;

export type OpenSettlementRow = {
  readonly code: string;
  readonly until: string;
  readonly amount: number;
  readonly status: string;
  readonly payee: string;
  readonly payee_slug: string;
  readonly owner: string;
  readonly is_warung: boolean;
  readonly bank: string | null;
  readonly bank_account_last4: string | null;
  readonly bank_account_holder: string | null;
  readonly bounced_reason: string | null;
  /** `missing`, `suspended`, `bounced`, `unconfirmed`; null: it can be transferred */
  readonly trouble: string | null;
};

/** Settlements that wait for a transfer: those with trouble, or those without. The largest first. */
export async function findOpenSettlements(
  db: Db,
  { withTrouble, limit }: { withTrouble: boolean; limit: number },
): Promise<OpenSettlementRow[]> {
  const { rows } = await sql<OpenSettlementRow>`
    select s.code, s.until, s.amount, s.status, coalesce(u.name, w.name) as payee, coalesce(u.slug, w.slug) as payee_slug,
      coalesce(u.owner_name, w.keeper_name) as owner, w.id is not null as is_warung, b.name as bank,
      coalesce(u.bank_account_last4, w.bank_account_last4) as bank_account_last4,
      coalesce(u.bank_account_holder, w.bank_account_holder) as bank_account_holder,
      (select x.bounced_reason from payout x where x.settlement_id = s.id and x.status = 'bounced' order by x.id desc limit 1)
        as bounced_reason,
      ${trouble} as trouble
    from ${payees} left join bank b on b.code = coalesce(u.bank_code, w.bank_code)
    where s.status in ('drawn_up', 'bounced') and (${trouble} is not null) = ${withTrouble}
    order by s.amount desc, s.id limit ${limit}`.execute(db);
  return rows;
}

export type OpenSums = {
  readonly ready: number;
  readonly ready_amount: number;
  readonly troubled: number;
  readonly troubled_amount: number;
  readonly carried: number;
  readonly carried_amount: number;
};

/** How much waits for a transfer, how much of it cannot go, and what is carried over. Rupiah. */
export async function sumOpenSettlements(db: Db): Promise<OpenSums> {
  const { rows } = await sql<OpenSums>`
    select count(*) filter (where open and trouble is null)::int as ready,
      coalesce(sum(amount) filter (where open and trouble is null), 0)::bigint as ready_amount,
      count(*) filter (where open and trouble is not null)::int as troubled,
      coalesce(sum(amount) filter (where open and trouble is not null), 0)::bigint as troubled_amount,
      count(*) filter (where not open)::int as carried, coalesce(sum(amount) filter (where not open), 0)::bigint as carried_amount
    from (select s.amount, s.status <> 'carried' as open, ${trouble} as trouble from ${payees}
           where s.status in ('drawn_up', 'bounced') or (s.status = 'carried' and s.carried_to is null)) x`.execute(
    db,
  );
  return rows[0]!;
}

/**
 * Puts every settlement that can be transferred into a new batch, with the accounts as they are now.
 * @returns how many; 0 when none was left, or the form was sent before
 */
export async function insertBatch(
  tx: Tx,
  batch: { readonly code: string; readonly formKey: string; readonly drawnBy: string },
): Promise<{ readonly count: number; readonly amount: number }> {
  const { rows } = await sql<{ count: number; amount: number }>`
    with ready as materialized (
      select s.id, s.amount, coalesce(u.bank_code, w.bank_code) as bank_code,
             coalesce(u.bank_account_sealed, w.bank_account_sealed) as sealed,
             coalesce(u.bank_account_last4, w.bank_account_last4) as last4,
             coalesce(u.bank_account_holder, w.bank_account_holder) as holder
        from ${payees} where s.status in ('drawn_up', 'bounced') and ${trouble} is null
       order by s.id for update of s),
    moved as (update settlement s set status = 'batched' from ready r where s.id = r.id returning s.id),
    batch as (
      insert into payout_batch (code, form_key, drawn_by)
      select ${batch.code}, ${batch.formKey}::uuid, ${batch.drawnBy} where exists (select 1 from ready) returning id),
    sent as (
      insert into payout (batch_id, settlement_id, amount, bank_code, bank_account_sealed, bank_account_last4, bank_account_holder)
      select b.id, r.id, r.amount, r.bank_code, r.sealed, r.last4, r.holder from ready r join moved m using (id) cross join batch b
       order by r.id returning amount)
    select count(*)::int as count, coalesce(sum(amount), 0)::bigint as amount from sent`.execute(tx);
  return rows[0]!;
}

/** @returns the code that this very form made before, if it did */
export async function findBatchByForm(db: Db | Tx, formKey: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("payout_batch")
    .select("code")
    .where("form_key", "=", formKey)
    .executeTakeFirst();
  return row?.code;
}

export type BatchRow = {
  readonly id: number;
  readonly code: string;
  readonly drawn_by: string;
  readonly drawn_at: Date;
  readonly count: number;
  readonly amount: number;
  readonly sent: number;
  readonly paid: number;
  readonly paid_amount: number;
  readonly bounced: number;
};

const batchColumns: RawBuilder<unknown> = sql`
  b.id, b.code, b.drawn_by, b.drawn_at, count(*)::int as count, sum(x.amount)::bigint as amount,
  count(*) filter (where x.status = 'sent')::int as sent, count(*) filter (where x.status = 'paid')::int as paid,
  coalesce(sum(x.amount) filter (where x.status = 'paid'), 0)::bigint as paid_amount,
  count(*) filter (where x.status = 'bounced')::int as bounced`;

/** Batches, the newest first. */
export async function findBatches(db: Db, limit: number): Promise<BatchRow[]> {
  const { rows } = await sql<BatchRow>`
    select ${batchColumns} from (select * from payout_batch order by id desc limit ${limit}) b
      join payout x on x.batch_id = b.id group by b.id, b.code, b.drawn_by, b.drawn_at order by b.id desc`.execute(
    db,
  );
  return rows;
}

export async function findBatch(db: Db | Tx, code: string): Promise<BatchRow | undefined> {
  const { rows } = await sql<BatchRow>`
    select ${batchColumns} from payout_batch b join payout x on x.batch_id = b.id where b.code = ${code}
     group by b.id, b.code, b.drawn_by, b.drawn_at`.execute(db);
  return rows[0];
}

export type PayoutRow = {
  readonly id: number;
  readonly settlement: string;
  readonly amount: number;
  readonly status: string;
  readonly payee: string;
  readonly bank_code: string;
  readonly bank: string;
  readonly bank_account_last4: string;
  readonly bank_account_holder: string;
  readonly bounced_reason: string | null;
  readonly paid_at: Date | null;
  readonly bounced_at: Date | null;
};

const payoutColumns: RawBuilder<unknown> = sql`
  x.id, s.code as settlement, x.amount, x.status, coalesce(u.name, w.name) as payee, x.bank_code, k.name as bank,
  x.bank_account_last4, x.bank_account_holder, x.bounced_reason, x.paid_at, x.bounced_at`;

/** The transfers of a batch, page by page: bounced ones first, then open ones, then paid ones. */
export async function findPayouts(
  db: Db,
  batchId: number,
  { limit, offset }: { limit: number; offset: number },
): Promise<PayoutRow[]> {
  const { rows } = await sql<PayoutRow>`
    select ${payoutColumns} from payout x join (${payees}) on s.id = x.settlement_id join bank k on k.code = x.bank_code
     where x.batch_id = ${batchId} order by x.id limit ${limit} offset ${offset}`.execute(db);
  return rows;
}

export type SealedPayoutRow = {
  readonly id: number;
  readonly settlement: string;
  readonly amount: number;
  readonly bank_code: string;
  readonly bank_account_sealed: Buffer;
  readonly bank_account_holder: string;
};

/** The transfers of a batch for the bank's file, in steps after `afterId`; what bounced is out. */
export async function findSealedPayouts(
  db: Db,
  batchId: number,
  { afterId, limit }: { afterId: number; limit: number },
): Promise<SealedPayoutRow[]> {
  return db
    .selectFrom("payout as x")
    .innerJoin("settlement as s", "s.id", "x.settlement_id")
    .select([
      "x.id",
      "s.code as settlement",
      "x.amount",
      "x.bank_code",
      "x.bank_account_sealed",
      "x.bank_account_holder",
    ])
    .where("x.batch_id", "=", batchId)
    .where("x.status", "<>", "bounced")
    .where("x.id", ">", afterId)
    .orderBy("x.id")
    .limit(limit)
    .execute();
}
