-- Each time a warung's QRIS was set, replaced or taken away: a swapped code is how thieves take what buyers pay.
create table warung_qris_change (
  id bigint primary key generated always as identity,
  warung_id bigint not null references warung,
  -- null: taken away
  payload text check (length(payload) between 40 and 512),
  name text,
  city text,
  nmid text check (nmid ~ '^ID\d{13}$'),
  -- whose hand it was; empty once that account is gone
  account_id bigint,
  at timestamptz not null default now(),
  check ((payload is null) = (name is null) and (payload is null) = (city is null) and (payload is null) = (nmid is null))
);
create index warung_qris_change_warung on warung_qris_change (warung_id, id);
create trigger warung_qris_change_append_only before update or delete on warung_qris_change
  for each row execute function forbid_change();

-- A buyer says that they have paid so much: the warung looks; nothing counts as paid by it.
create table qris_claim (
  order_id bigint not null references "order",
  amount bigint not null check (amount > 0),
  at timestamptz not null default now(),
  primary key (order_id, amount)
);
