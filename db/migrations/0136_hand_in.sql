-- A warung hands in what it holds for others (setoran): to its office's cashier, or by bank transfer with a proof.
create table hand_in (
  id bigint primary key generated always as identity,
  code text not null unique check (code ~ '^ST-[2-9A-HJKMNP-TV-Z]{6}$'),
  -- drawn when the form is rendered: a form sent twice finds the first one's result
  form_key uuid not null unique,
  warung_id bigint not null references warung,
  regency_code text not null references regency,
  way text not null check (way in ('cashier', 'transfer')),
  -- rupiah: what the warung says, and what an officer counted
  amount bigint not null check (amount between 1 and 1000000000),
  counted bigint check (counted between 1 and 1000000000),
  note text check (length(note) between 1 and 300),
  -- a sealed file under DATA_DIR/documents; gone after a while (proof_removed_at)
  proof_file text unique check (proof_file ~ '^[0-9a-f]{32}$'),
  proof_removed_at timestamptz,
  status text not null default 'sent' check (status in ('sent', 'confirmed', 'rejected', 'withdrawn')),
  reason text check (length(reason) between 1 and 400),
  account_id bigint,
  at timestamptz not null default now(),
  -- whose hand ended it; that account may be gone
  decided_by bigint,
  decided_at timestamptz,
  check ((status = 'sent') = (decided_at is null)),
  check ((status = 'confirmed') = (counted is not null)),
  check (status <> 'rejected' or reason is not null),
  check (way = 'cashier' or proof_file is not null or proof_removed_at is not null)
);
create index hand_in_warung on hand_in (warung_id, id desc);
create index hand_in_waiting on hand_in (regency_code, id) where status = 'sent';
create index hand_in_proof on hand_in (at) where proof_file is not null;
create trigger hand_in_kept before delete on hand_in for each row execute function forbid_change();
create trigger hand_in_decided_once before update on hand_in
  for each row when (old.status <> 'sent' and (old.status, old.counted, old.amount, old.way, old.warung_id)
    is distinct from (new.status, new.counted, new.amount, new.way, new.warung_id))
  execute function forbid_change();

-- An office's cashier takes the cash to the programme's bank account.
create table cash_deposit (
  id bigint primary key generated always as identity,
  form_key uuid not null unique,
  regency_code text not null references regency,
  amount bigint not null check (amount between 1 and 10000000000),
  note text check (length(note) between 1 and 300),
  account_id bigint,
  at timestamptz not null default now()
);
create index cash_deposit_regency on cash_deposit (regency_code, id desc);
create trigger cash_deposit_append_only before update or delete on cash_deposit
  for each row execute function forbid_change();
