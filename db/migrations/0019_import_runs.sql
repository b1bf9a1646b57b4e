-- One file that an officer brings in: looked through first, written only when they say so.
create table import_run (
  id bigint primary key generated always as identity,
  kind text not null check (kind in ('umkm', 'warung', 'produk', 'harga')),
  file_name text not null,
  -- the sealed copy under DATA_DIR/imports, removed some days after the end
  file text not null unique check (file ~ '^[0-9a-f]{32}$'),
  bytes integer not null,
  -- whose rows may be touched; null: the whole province
  regency_code text references regency,
  account_id bigint references account on delete set null,
  officer_name text not null,
  -- answers that hold for the whole file (day and source of a count, the date a price holds from)
  options jsonb not null default '{}',
  status text not null default 'reading'
    check (status in ('reading', 'previewed', 'writing', 'done', 'cancelled', 'failed')),
  failure text,
  rows_total integer,
  rows_done integer not null default 0,
  rows_new integer not null default 0,
  rows_changed integer not null default 0,
  rows_same integer not null default 0,
  rows_wrong integer not null default 0,
  started_at timestamptz not null default now(),
  -- when the present pass (reading or writing) began, for the rows per second
  pass_at timestamptz not null default now(),
  finished_at timestamptz
);
create index import_run_newest on import_run (id desc);
create index import_run_regency on import_run (regency_code, id desc);

-- What is wrong with the rows of a file; the rows themselves stay in the sealed file.
create table import_wrong (
  run_id bigint not null references import_run on delete cascade,
  row integer not null,
  "column" text not null,
  message text not null,
  primary key (run_id, row, "column")
);
