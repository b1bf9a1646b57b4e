-- How far an import got and how fast, what was noticed in the file, and a few rows to look at.
alter table import_run
  -- number of the last row (as the spreadsheet counts) that the present pass has behind it
  add column last_row integer not null default 0,
  add column rows_per_second integer,
  add column notes jsonb not null default '[]',
  add column samples jsonb not null default '[]',
  add column office text not null default '',
  -- the sealed copy is gone: nothing can be written or fetched any more
  add column file_removed_at timestamptz;
create index import_run_files on import_run (started_at) where file_removed_at is null;
create index import_run_account on import_run (account_id);
