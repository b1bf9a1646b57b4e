create table cart (
  id bigint primary key generated always as identity,
  -- guests keep the token in a cookie; a logged-in person's cart is found by account
  token_hash bytea unique,
  account_id bigint unique references account on delete cascade,
  updated_at timestamptz not null default now()
);

create table cart_line (
  id bigint primary key generated always as identity,
  cart_id bigint not null references cart on delete cascade,
  variant_id bigint references variant on delete cascade,
  staple_id bigint references staple on delete cascade,
  quantity integer not null check (quantity between 1 and 999),
  -- what it cost when the buyer put it in, to tell them of a change
  seen_price bigint not null,
  check ((variant_id is null) <> (staple_id is null)),
  unique (cart_id, variant_id),
  unique (cart_id, staple_id)
);

create table checkout (
  id bigint primary key generated always as identity,
  -- drawn when the form is rendered: a form sent twice finds the first one's result
  form_key uuid not null unique,
  cart_id bigint,
  account_id bigint references account on delete set null,
  tracking_secret text not null,
  buyer_name text not null check (length(buyer_name) between 2 and 100),
  buyer_mobile text not null check (buyer_mobile ~ '^\+[1-9]\d{6,14}$'),
  village_code text not null references village,
  street text not null,
  rt text,
  rw text,
  landmark text,
  payment_method text not null check (payment_method in ('cash')),
  created_at timestamptz not null default now()
);
create index checkout_account on checkout (account_id, id desc) where account_id is not null;

create table "order" (
  id bigint primary key generated always as identity,
  code text not null unique check (code ~ '^LL-[2-9A-HJKMNP-TV-Z]{6}$'),
  checkout_id bigint not null references checkout,
  status text not null check (status in ('awaiting_payment', 'placed', 'offered', 'accepted', 'ready', 'out_for_delivery',
    'ready_for_pickup', 'delivered', 'completed', 'awaiting_buyer', 'needs_officer', 'delivery_failed', 'cancelled')),
  cancelled_reason text,
  fulfilment text not null check (fulfilment in ('delivery', 'pickup')),
  warung_id bigint references warung,
  chosen_warung_id bigint references warung,
  village_code text not null references village,
  regency_code text not null references regency,
  pin text not null check (pin ~ '^\d{4}$'),
  pin_tries smallint not null default 0,
  goods_total bigint not null check (goods_total >= 0),
  -- what the buyer was promised and pays, whichever warung delivers
  delivery_fee bigint not null check (delivery_fee >= 0),
  total bigint not null check (total = goods_total + delivery_fee),
  promise_from timestamptz not null,
  promise_until timestamptz not null,
  -- start of the delivery window whose capacity this order holds at its warung, while it holds it
  held_window timestamptz,
  -- every open order has a next action and a deadline; a closed one has neither
  next_action text,
  deadline_at timestamptz,
  needs_officer_reason text,
  placed_at timestamptz not null default now(),
  check ((status in ('completed', 'cancelled')) = (next_action is null)),
  check ((next_action is null) = (deadline_at is null)),
  check (status <> 'cancelled' or cancelled_reason is not null),
  check (status not in ('accepted', 'ready', 'out_for_delivery', 'ready_for_pickup', 'delivered', 'completed') or warung_id is not null)
);
create index order_checkout on "order" (checkout_id);
create index order_warung_open on "order" (warung_id, status, deadline_at) where next_action is not null;
create index order_warung_month on "order" (warung_id, placed_at);
create index order_officer on "order" (regency_code, deadline_at) where status = 'needs_officer';
create index order_deadline on "order" (deadline_at) where next_action is not null;

-- One seller's part of an order.
create table seller_line (
  id bigint primary key generated always as identity,
  order_id bigint not null references "order",
  umkm_id bigint not null references umkm,
  status text not null default 'pending'
    check (status in ('pending', 'confirmed', 'handed_over', 'received', 'unavailable', 'cancelled')),
  hand_over_by timestamptz not null,
  unique (order_id, umkm_id)
);
create index seller_line_umkm on seller_line (umkm_id, status, hand_over_by);

create table order_line (
  id bigint primary key generated always as identity,
  order_id bigint not null references "order",
  seller_line_id bigint references seller_line,
  variant_id bigint references variant,
  staple_id bigint references staple,
  name text not null,
  unit text not null,
  price bigint not null check (price >= 0),
  quantity integer not null check (quantity between 1 and 999),
  weight_grams integer not null,
  media_hash text,
  stock_given_back boolean not null default false,
  -- ticked off by the operator: it lies in the warung, ready to go
  gathered boolean not null default false,
  check ((variant_id is null) <> (staple_id is null)),
  check ((variant_id is null) = (seller_line_id is null))
);
create index order_line_order on order_line (order_id);
create index order_line_seller on order_line (seller_line_id) where seller_line_id is not null;

-- One run of the routing rules: every candidate with the rule that filtered it, or its rank.
create table routing (
  id bigint primary key generated always as identity,
  order_id bigint not null references "order",
  at timestamptz not null default now(),
  candidates jsonb not null
);
create index routing_order on routing (order_id, id);

create table offer (
  id bigint primary key generated always as identity,
  order_id bigint not null references "order",
  warung_id bigint not null references warung,
  routing_id bigint not null references routing,
  status text not null default 'pending' check (status in ('pending', 'accepted', 'declined', 'expired', 'withdrawn')),
  declined_reason text,
  offered_at timestamptz not null default now(),
  remind_at timestamptz not null,
  reminded_at timestamptz,
  expires_at timestamptz not null,
  decided_at timestamptz,
  check ((status = 'pending') = (decided_at is null))
);
create unique index offer_one_pending on offer (order_id) where status = 'pending';
create index offer_order on offer (order_id, id);
create index offer_warung_pending on offer (warung_id) where status = 'pending';
create index offer_due on offer (expires_at) where status = 'pending';

create table order_event (
  id bigint primary key generated always as identity,
  order_id bigint not null references "order",
  at timestamptz not null default now(),
  kind text not null,
  -- 'buyer', 'seller', 'operator', 'officer', 'system'
  actor_kind text not null,
  actor_account_id bigint,
  actor_name text not null,
  detail jsonb not null default '{}'
);
create index order_event_order on order_event (order_id, id);

create function forbid_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger order_event_append_only before update or delete on order_event
  for each row execute function forbid_change();
create trigger routing_append_only before update or delete on routing
  for each row execute function forbid_change();
create trigger offer_kept before delete on offer
  for each row execute function forbid_change();
create trigger offer_decided_once before update on offer
  for each row when (old.status <> 'pending') execute function forbid_change();
create trigger staple_price_kept before delete on staple_price
  for each row execute function forbid_change();
