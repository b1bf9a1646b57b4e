create table bank (
  code text primary key check (code ~ '^\d{3}$'),
  name text not null
);

-- Business classes that such sellers use (KBLI); `edition` is the year of the list.
create table kbli (
  code text primary key check (code ~ '^\d{5}$'),
  title text not null,
  edition smallint not null
);

-- A draft is filled in step by step: what a verified business must have is checked when it is submitted.
alter table umkm
  alter column nib drop not null,
  alter column owner_name set default '',
  alter column address set default '',
  add column about text not null default '' check (length(about) <= 1000),
  add column category_slug text references category,
  add column bank_code text references bank,
  add column bank_account_sealed bytea,
  -- what may be shown of the account number
  add column bank_account_last4 text check (bank_account_last4 ~ '^\d{4}$'),
  add column bank_account_holder text,
  add column submitted_at timestamptz,
  -- which points of the check list an officer sent back
  add column returned_points text[] not null default '{}',
  add column suspended_reason text,
  add column spot_checked_at timestamptz,
  -- the count of affected businesses: rupiah per month before and now, as of a day, from a named source
  add column income_before bigint check (income_before between 0 and 100000000000),
  add column income_now bigint check (income_now between 0 and 100000000000),
  add column affected boolean,
  add column counted_on date,
  add column count_source text,
  add constraint umkm_named_to_verify check (status in ('draft', 'submitted', 'returned') or nib is not null),
  add constraint umkm_suspended_reason check (status <> 'suspended' or suspended_reason is not null);
alter table umkm drop constraint umkm_nib_check;
alter table umkm add constraint umkm_nib_check check (nib ~ '^\d{13}$');
create index umkm_queue on umkm (submitted_at, id) where status = 'submitted';
create index umkm_queue_regency on umkm (regency_code, submitted_at, id) where status = 'submitted';
create index umkm_mobile on umkm (mobile);
create index umkm_name_trgm on umkm using gin (lower(name) gin_trgm_ops);
create index umkm_verified_newest on umkm (verified_at desc, id) where status = 'verified';

-- Photos of papers and of the place: sealed files under DATA_DIR/documents, seen by the owner and their officers.
create table document (
  id bigint primary key generated always as identity,
  umkm_id bigint not null references umkm on delete cascade,
  kind text not null check (kind in ('ktp', 'nib', 'pirt', 'halal', 'bpom', 'place', 'bank', 'other')),
  file text not null unique check (file ~ '^[0-9a-f]{32}$'),
  bytes integer not null,
  created_at timestamptz not null default now()
);
create index document_umkm on document (umkm_id, id);

-- What happened to an application, for its owner and its officers.
create table umkm_event (
  id bigint primary key generated always as identity,
  umkm_id bigint not null references umkm on delete cascade,
  at timestamptz not null default now(),
  kind text not null check (kind in ('started', 'submitted', 'returned', 'verified', 'suspended', 'reinstated', 'spot_checked',
    'imported')),
  actor_kind text not null check (actor_kind in ('seller', 'officer', 'system')),
  actor_name text not null,
  detail jsonb not null default '{}'
);
create index umkm_event_umkm on umkm_event (umkm_id, id);
create trigger umkm_event_append_only before update on umkm_event
  for each row execute function forbid_change();
