-- What came of asking the books whether they agree.
create table ledger_check (
  id bigint primary key generated always as identity,
  at timestamptz not null default now(),
  asked smallint not null,
  -- by question: how many rows disagree, and the first of them
  wrong jsonb not null
);
create index ledger_check_at on ledger_check (at desc);
