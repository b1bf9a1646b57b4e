create table account (
  id bigint primary key generated always as identity,
  mobile text not null unique check (mobile ~ '^\+[1-9]\d{6,14}$'),
  name text not null check (length(name) between 1 and 100),
  password_hash text not null,
  created_at timestamptz not null default now()
);

-- The token itself is only in the cookie: a stolen table opens no session.
create table session (
  token_hash bytea primary key,
  account_id bigint not null references account on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_account on session (account_id);
create index session_expiry on session (expires_at);

-- Counts tries per key (a number, an address) and window; shared by all processes.
create table rate_limit (
  key text not null,
  window_start timestamptz not null,
  tries integer not null default 1,
  primary key (key, window_start)
);
