-- A browser that rings (Web Push). It belongs to a log-in: whoever logs out, or is logged out, hears nothing more.
create table push_subscription (
  id bigint primary key generated always as identity,
  session_id bigint not null unique references session (id) on delete cascade,
  endpoint text not null unique check (length(endpoint) between 10 and 1000),
  -- the browser's public key and its secret for this one use (RFC 8291), base64url
  p256dh text not null check (length(p256dh) between 80 and 100),
  auth text not null check (length(auth) between 20 and 30),
  created_at timestamptz not null default now(),
  last_ok_at timestamptz,
  -- refusals since it last went well
  failures smallint not null default 0
);
