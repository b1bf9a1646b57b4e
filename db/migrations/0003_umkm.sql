create table umkm (
  id bigint primary key generated always as identity,
  slug text not null unique,
  kind text not null check (kind in ('UMKM', 'Koperasi')),
  name text not null check (length(name) between 2 and 120),
  status text not null default 'draft'
    check (status in ('draft', 'submitted', 'verified', 'returned', 'suspended')),
  returned_reason text,
  nib text not null unique check (nib ~ '^\d{13}$'),
  owner_name text not null,
  -- Personal data (UU 27/2022): sealed with the app's key; the fingerprint finds duplicates without opening it.
  nik_sealed bytea,
  nik_fingerprint bytea unique,
  mobile text not null check (mobile ~ '^\+[1-9]\d{6,14}$'),
  address text not null,
  rt text,
  rw text,
  village_code text not null references village,
  district_code text not null references district,
  regency_code text not null references regency,
  kbli text check (kbli ~ '^\d{5}$'),
  kbli_edition smallint,
  pirt text check (pirt ~ '^\d{15}$'),
  halal text check (halal ~ '^ID\d+$'),
  bpom text check (bpom ~ '^MD\d{12,15}$'),
  created_at timestamptz not null default now(),
  verified_at timestamptz
);
create index umkm_regency_status on umkm (regency_code, status, id);
