-- A cardholder's bank takes a payment back until it is decided who is right.
create table dispute (
  id bigint primary key generated always as identity,
  provider_id text not null unique,
  card_payment_id bigint not null references card_payment,
  amount bigint not null check (amount > 0),
  -- the provider's words
  reason text not null,
  status text not null,
  -- until then evidence can be handed in
  due_at timestamptz,
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  looked_at timestamptz not null default now()
);
create index dispute_payment on dispute (card_payment_id);
create index dispute_open on dispute (looked_at) where closed_at is null;
