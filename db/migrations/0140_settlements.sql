-- Where a warung's earnings are paid to, as for a business; whoever found an account right says so once, and a changed
-- account has to be looked at again.
alter table warung
  add column bank_code text references bank,
  add column bank_account_sealed bytea,
  add column bank_account_last4 text check (bank_account_last4 ~ '^\d{4}$'),
  add column bank_account_holder text,
  add column bank_account_confirmed_at timestamptz;
alter table umkm add column bank_account_confirmed_at timestamptz;
update umkm set bank_account_confirmed_at = verified_at where status = 'verified' and bank_account_sealed is not null;

create function bank_account_to_confirm() returns trigger language plpgsql as $$
begin
  new.bank_account_confirmed_at := null;
  return new;
end $$;
create trigger umkm_bank_account_changed before update on umkm
  for each row when ((old.bank_code, old.bank_account_sealed, old.bank_account_holder)
    is distinct from (new.bank_code, new.bank_account_sealed, new.bank_account_holder))
  execute function bank_account_to_confirm();
create trigger warung_bank_account_changed before update on warung
  for each row when ((old.bank_code, old.bank_account_sealed, old.bank_account_holder)
    is distinct from (new.bank_code, new.bank_account_sealed, new.bank_account_holder))
  execute function bank_account_to_confirm();

-- An officer who verifies a business has seen its account, too: it is a point of their list.
create function bank_account_seen() returns trigger language plpgsql as $$
begin
  new.bank_account_confirmed_at := now();
  return new;
end $$;
create trigger umkm_verified_account before update on umkm
  for each row when (new.status = 'verified' and old.status <> 'verified' and new.bank_account_sealed is not null)
  execute function bank_account_seen();

-- What one payee is paid for one week: the entries of its account that were due and in no settlement before.
create table settlement (
  id bigint primary key generated always as identity,
  code text not null unique check (code ~ '^PB-[2-9A-HJKMNP-TV-Z]{6}$'),
  -- of the ledger
  account text not null,
  umkm_id bigint references umkm,
  warung_id bigint references warung,
  -- the Monday (WIB) before which it was booked
  until date not null check (extract(isodow from until) = 1),
  lines integer not null check (lines > 0),
  earned bigint not null,
  -- what earlier ones left, below the least amount or negative
  carried_in bigint not null default 0,
  -- what a warung keeps of the money it holds
  offset_cash bigint not null default 0 check (offset_cash >= 0),
  offset_qris bigint not null default 0 check (offset_qris >= 0),
  amount bigint not null,
  status text not null check (status in ('drawn_up', 'carried', 'cleared', 'batched', 'paid', 'bounced')),
  carried_to bigint references settlement,
  drawn_at timestamptz not null default now(),
  unique (account, until),
  check ((umkm_id is null) <> (warung_id is null)),
  check (amount = earned + carried_in - offset_cash - offset_qris),
  check (warung_id is not null or offset_cash + offset_qris = 0),
  check (status in ('carried', 'cleared') or amount > 0),
  check ((status = 'cleared') = (amount = 0)),
  check (carried_to is null or status = 'carried')
);
create index settlement_umkm on settlement (umkm_id, until desc) where umkm_id is not null;
create index settlement_warung on settlement (warung_id, until desc) where warung_id is not null;
create index settlement_open on settlement (id) where status in ('drawn_up', 'bounced');
create index settlement_carried on settlement (account) where status = 'carried' and carried_to is null;
create index settlement_carried_to on settlement (carried_to) where carried_to is not null;
create trigger settlement_kept before delete on settlement
  for each row execute function forbid_change();
create trigger settlement_fixed before update on settlement
  for each row when ((old.code, old.account, old.until, old.lines, old.earned, old.carried_in, old.offset_cash, old.offset_qris, old.amount)
    is distinct from (new.code, new.account, new.until, new.lines, new.earned, new.carried_in, new.offset_cash, new.offset_qris, new.amount))
  execute function forbid_change();

-- An entry is paid out once: its id is the key.
create table settlement_line (
  entry_id bigint primary key references ledger_entry,
  settlement_id bigint not null references settlement
);
create index settlement_line_settlement on settlement_line (settlement_id);
create trigger settlement_line_append_only before update or delete on settlement_line
  for each row execute function forbid_change();

-- What was booked because of a settlement: its offset, its payment, the way back of one that bounced.
create table settlement_posting (
  posting_id bigint primary key references posting,
  settlement_id bigint not null references settlement
);
create index settlement_posting_settlement on settlement_posting (settlement_id);
create trigger settlement_posting_append_only before update or delete on settlement_posting
  for each row execute function forbid_change();

-- A week that was drawn up to its end.
create table settlement_run (
  until date primary key check (extract(isodow from until) = 1),
  settlements integer not null,
  finished_at timestamptz not null default now()
);

-- Transfers that go to the bank in one file.
create table payout_batch (
  id bigint primary key generated always as identity,
  code text not null unique check (code ~ '^BT-[2-9A-HJKMNP-TV-Z]{6}$'),
  form_key uuid not null unique,
  drawn_by text not null,
  drawn_at timestamptz not null default now()
);

-- One try to pay a settlement, with the account as it was then.
create table payout (
  id bigint primary key generated always as identity,
  batch_id bigint not null references payout_batch,
  settlement_id bigint not null references settlement,
  amount bigint not null check (amount > 0),
  bank_code text not null references bank,
  bank_account_sealed bytea not null,
  bank_account_last4 text not null,
  bank_account_holder text not null,
  status text not null default 'sent' check (status in ('sent', 'paid', 'bounced')),
  bounced_reason text,
  paid_at timestamptz,
  bounced_at timestamptz,
  -- the last state that its payee was written about
  told text check (told in ('paid', 'bounced')),
  unique (batch_id, settlement_id),
  check ((status = 'bounced') = (bounced_reason is not null)),
  check ((status = 'bounced') = (bounced_at is not null)),
  check (status <> 'paid' or paid_at is not null)
);
-- never on its way twice
create unique index payout_one_open on payout (settlement_id) where status <> 'bounced';
create index payout_settlement on payout (settlement_id);
create index payout_to_tell on payout (batch_id) where status <> 'sent';
create trigger payout_kept before delete on payout
  for each row execute function forbid_change();
create trigger payout_fixed before update on payout
  for each row when ((old.batch_id, old.settlement_id, old.amount, old.bank_account_sealed)
    is distinct from (new.batch_id, new.settlement_id, new.amount, new.bank_account_sealed))
  execute function forbid_change();
