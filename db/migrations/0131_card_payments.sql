-- One payment at the card provider per checkout, which may be two orders: the buyer pays once.
create table card_payment (
  id bigint primary key generated always as identity,
  checkout_id bigint not null unique references checkout,
  status text not null default 'created'
    check (status in ('created', 'open', 'held', 'captured', 'released', 'failed', 'expired')),
  -- part of the provider's idempotency keys: goes up with each new page, and when a try was answered with an error, as
  -- that answer would be given again
  attempt integer not null default 1,
  -- rupiah that the page asks for
  amount bigint not null check (amount > 0),
  -- from where the buyer came, to bring them back
  return_url text not null,
  session_id text unique,
  session_url text,
  session_expires_at timestamptz not null,
  intent_id text unique,
  -- rupiah that the card is held for, and until when
  held bigint check (held > 0),
  hold_expires_at timestamptz,
  captured bigint check (captured > 0),
  -- rupiah that the provider kept; null: not known yet
  fee bigint check (fee >= 0),
  -- why it could not be captured, as the provider says it
  problem text,
  -- when the provider was last asked
  looked_at timestamptz,
  created_at timestamptz not null default now(),
  check (status not in ('held', 'captured', 'released', 'failed') or (intent_id is not null and held is not null)),
  check (status <> 'open' or session_url is not null),
  check ((status = 'captured') = (captured is not null)),
  check (captured <= held)
);
create index card_payment_alive on card_payment (looked_at) where status in ('created', 'open', 'held', 'failed');
create index card_payment_without_fee on card_payment (id) where status = 'captured' and fee is null;

-- How much of a capture is which order's; fixed before the provider is asked, so that a try without an answer is repeated
-- as it was.
create table card_share (
  order_id bigint primary key references "order",
  card_payment_id bigint not null references card_payment,
  amount bigint not null check (amount > 0)
);
create index card_share_payment on card_share (card_payment_id);

-- What the provider told us, each event once, in whatever order.
create table provider_event (
  id text primary key,
  type text not null,
  object_id text not null,
  received_at timestamptz not null default now(),
  followed_at timestamptz
);

-- A refund's tries that the provider answered with an error: its key goes on with them.
alter table refund add column attempt integer not null default 1;
create index refund_card_open on refund (id) where method = 'card' and status in ('due', 'sent');
