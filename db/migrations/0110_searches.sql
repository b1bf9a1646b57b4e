-- What people search for, per day (WIB) and text, for officers to learn which words are missing. Nobody can be told from
-- it: no address, no account, and no text that could name a person (searched-text.ts). Kept for 90 days.
create table search_count (
  day date not null,
  text text not null check (length(text) between 1 and 80),
  searches int not null default 0,
  -- of them, how many found nothing, how many next to nothing, how many PostgreSQL answered alone
  found_none int not null default 0,
  found_few int not null default 0,
  by_postgres int not null default 0,
  primary key (text, day)
);
create index search_count_day on search_count (day);

-- Words that officers add to the dictionary: what people type, and what they mean by it.
create table search_synonym (
  id bigint generated always as identity primary key,
  typed text not null unique check (length(typed) between 2 and 60),
  meant text not null check (length(meant) between 2 and 60),
  changed_at timestamptz not null default now()
);
