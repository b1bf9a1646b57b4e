create table payment (
  id bigint primary key generated always as identity,
  order_id bigint not null unique references "order",
  method text not null check (method in ('cash')),
  status text not null default 'due' check (status in ('due', 'paid', 'void')),
  amount bigint not null check (amount >= 0),
  paid_at timestamptz,
  check ((status = 'paid') = (paid_at is not null))
);

create table posting (
  id bigint primary key generated always as identity,
  -- the same business fact is posted once
  key text not null unique,
  kind text not null,
  order_id bigint references "order",
  at timestamptz not null default now()
);
create index posting_order on posting (order_id);

-- Double entry in whole rupiah: positive = debit, negative = credit; each posting sums to zero.
create table ledger_entry (
  id bigint primary key generated always as identity,
  posting_id bigint not null references posting,
  account text not null,
  amount bigint not null check (amount <> 0)
);
create index ledger_entry_posting on ledger_entry (posting_id);
create index ledger_entry_account on ledger_entry (account, id);

create trigger posting_append_only before update or delete on posting
  for each row execute function forbid_change();
create trigger ledger_entry_append_only before update or delete on ledger_entry
  for each row execute function forbid_change();

create function posting_sums_to_zero() returns trigger language plpgsql as $$
begin
  if (select sum(amount) from ledger_entry where posting_id = new.posting_id) <> 0 then
    raise exception 'posting % does not sum to zero', new.posting_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger ledger_entry_balanced after insert on ledger_entry
  deferrable initially deferred for each row execute function posting_sums_to_zero();
