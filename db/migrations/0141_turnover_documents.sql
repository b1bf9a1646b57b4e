-- A seller's turnover of a year as it was attested: whoever holds the code sees that the figures are these.
create table turnover_document (
  id bigint primary key generated always as identity,
  -- runs through each year of issue without a gap
  issued_year smallint not null,
  number integer not null check (number > 0),
  -- on the paper and behind its QR code
  code text not null unique check (code ~ '^OM-[2-9A-HJKMNP-TV-Z]{10}$'),
  umkm_id bigint not null references umkm,
  year smallint not null check (year between 2020 and 2100),
  name text not null,
  nib text not null,
  figures jsonb not null,
  issued_at timestamptz not null default now(),
  unique (issued_year, number)
);
create index turnover_document_umkm on turnover_document (umkm_id, year, id desc);
create trigger turnover_document_append_only before update or delete on turnover_document
  for each row execute function forbid_change();
