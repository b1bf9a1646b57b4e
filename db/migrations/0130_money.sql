-- Three ways of paying, what came in before the goods are handed over, and what goes back.
alter table checkout drop constraint checkout_payment_method_check;
alter table checkout add constraint checkout_payment_method_check check (payment_method in ('cash', 'card', 'qris'));

alter table payment drop constraint payment_method_check;
alter table payment drop constraint payment_status_check;
alter table payment
  add constraint payment_method_check check (method in ('cash', 'card', 'qris')),
  add constraint payment_status_check check (status in ('due', 'held', 'paid', 'void')),
  -- rupiah that came in by card or QRIS before hand-over, what of it went back or is on its way back, and the cash taken
  -- at hand-over
  add column received bigint not null default 0 check (received >= 0),
  add column returned bigint not null default 0,
  add column cash bigint not null default 0 check (cash >= 0),
  add constraint payment_returned check (returned between 0 and received),
  add constraint payment_held_card check (status <> 'held' or method = 'card');
update payment set cash = amount where status = 'paid';

-- Each time money came in before hand-over.
create table payment_receipt (
  id bigint primary key generated always as identity,
  -- the same money is booked once
  key text not null unique,
  order_id bigint not null references "order",
  method text not null check (method in ('card', 'qris')),
  amount bigint not null check (amount > 0),
  -- into whose QRIS account; null: the provider's
  warung_id bigint references warung,
  provider_ref text,
  confirmed_by text not null,
  at timestamptz not null default now(),
  check ((method = 'qris') = (warung_id is not null))
);
create index payment_receipt_order on payment_receipt (order_id);
create trigger payment_receipt_append_only before update or delete on payment_receipt
  for each row execute function forbid_change();

-- The warung's own static QRIS code, verified, and the name it carries.
alter table warung
  add column qris_payload text check (length(qris_payload) between 40 and 512),
  add column qris_name text,
  add constraint warung_qris check ((qris_payload is null) = (qris_name is null));

-- What the platform and the warung keep of sellers' goods, in basis points, from a day on (WIB).
create table fee_policy (
  id bigint primary key generated always as identity,
  starts_on date not null unique,
  commission_bp integer not null check (commission_bp between 0 and 5000),
  handling_bp integer not null check (handling_bp between 0 and 5000),
  decided_by text not null,
  decided_at timestamptz not null default now(),
  check (commission_bp + handling_bp <= 5000)
);
create trigger fee_policy_append_only before update or delete on fee_policy
  for each row execute function forbid_change();
insert into fee_policy (starts_on, commission_bp, handling_bp, decided_by) values ('2026-01-01', 0, 0, 'Aturan awal');

-- A refund is of a complaint, or of what was paid beyond what the order costs in the end.
alter table refund drop constraint refund_method_check;
alter table refund drop constraint refund_status_check;
do $$
declare old text;
begin
  for old in select conname from pg_constraint where conrelid = 'refund'::regclass and contype = 'c'
     and pg_get_constraintdef(oid) like '%paid_back%' loop
    execute format('alter table refund drop constraint %I', old);
  end loop;
end $$;
alter table refund
  add column kind text not null default 'complaint' check (kind in ('complaint', 'surplus')),
  alter column complaint_id drop not null,
  alter column order_line_id drop not null,
  -- of a card's surplus: nobody hands it back
  alter column warung_id drop not null,
  add column provider_ref text,
  add column proof_file text check (proof_file ~ '^[0-9a-f]{32}$'),
  add column failed_reason text,
  add constraint refund_method_check check (method in ('cash', 'card', 'qris')),
  add constraint refund_status_check check (status in ('due', 'sent', 'failed', 'paid_back')),
  add constraint refund_sent_card check (status not in ('sent', 'failed') or method = 'card'),
  add constraint refund_paid_at check ((status = 'paid_back') = (paid_back_at is not null)),
  -- the provider confirms what goes back to a card
  add constraint refund_confirmed check (status <> 'paid_back' or method = 'card' or confirmed_by is not null),
  add constraint refund_of_complaint check ((kind = 'complaint') = (complaint_id is not null)
    and (kind = 'complaint') = (order_line_id is not null)),
  add constraint refund_by_warung check ((kind = 'surplus' and method = 'card') or warung_id is not null);
alter table refund drop constraint if exists refund_confirmed_by_check;
alter table refund add constraint refund_confirmed_by_check
  check (confirmed_by in ('operator', 'buyer', 'officer', 'provider'));
create index refund_open on refund (status, created_at) where status <> 'paid_back';

-- Never more than the line cost, nor than was paid, nor than came in: the order's row makes two of them wait.
create or replace function refund_within_paid() returns trigger language plpgsql as $$
begin
  perform 1 from "order" where id = new.order_id for update;
  if new.kind = 'surplus' then
    if (select coalesce(sum(amount), 0) from refund where order_id = new.order_id and kind = 'surplus') + new.amount
       > coalesce((select received from payment where order_id = new.order_id), 0) then
      raise exception 'refunds of order % exceed what came in', new.order_id using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (select coalesce(sum(amount), 0) from refund where order_line_id = new.order_line_id) + new.amount
     > coalesce((select price * quantity from order_line where id = new.order_line_id and order_id = new.order_id), 0) then
    raise exception 'refunds of line % exceed its price', new.order_line_id using errcode = 'check_violation';
  end if;
  if (select coalesce(sum(amount), 0) from refund where order_id = new.order_id and kind = 'complaint') + new.amount
     > coalesce((select amount from payment where order_id = new.order_id and status in ('paid', 'held')), 0) then
    raise exception 'refunds of order % exceed what was paid', new.order_id using errcode = 'check_violation';
  end if;
  return new;
end $$;

-- What it is for never changes; how it goes back may, while it has not gone; once it is back nothing does.
drop trigger refund_fixed on refund;
create trigger refund_fixed before update on refund
  for each row when (old.status = 'paid_back'
    or (old.kind, old.complaint_id, old.order_id, old.order_line_id, old.amount, old.umkm_id)
    is distinct from (new.kind, new.complaint_id, new.order_id, new.order_line_id, new.amount, new.umkm_id))
  execute function forbid_change();

-- A sale is a sale however it was paid: its posting gets one name. The amounts stay as they were.
alter table posting disable trigger posting_append_only;
update posting set kind = 'sale', key = replace(key, 'cash-sale:', 'sale:') where kind = 'cash_sale';
alter table posting enable trigger posting_append_only;

-- What was owed back when this was introduced is booked as owed.
with due as (
  select r.id, r.order_id, r.amount,
         case when r.umkm_id is null then 'warung:' || r.warung_id || ':pendapatan' else 'umkm:' || r.umkm_id || ':piutang' end as bearer
    from refund r where r.status = 'due'),
booked as (
  insert into posting (key, kind, order_id) select 'refund-due:' || id, 'refund_due', order_id from due returning id, key)
insert into ledger_entry (posting_id, account, amount)
select b.id, e.account, e.amount
  from due d join booked b on b.key = 'refund-due:' || d.id
  cross join lateral (values (d.bearer, d.amount), ('pesanan:' || d.order_id || ':pengembalian', -d.amount)) e(account, amount);
