-- A warung's ride with several orders, in the order of its stops.
create table trip (
  id bigint primary key generated always as identity,
  warung_id bigint not null references warung,
  -- drawn when the form is rendered: a form sent twice makes one trip
  form_key uuid not null unique,
  carrier_account_id bigint references account on delete set null,
  carrier_name text not null,
  planned_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz,
  check (ended_at is null or started_at is null or ended_at >= started_at)
);
create index trip_open on trip (warung_id) where ended_at is null;

create table trip_stop (
  id bigint primary key generated always as identity,
  trip_id bigint not null references trip on delete cascade,
  order_id bigint not null references "order",
  position smallint not null check (position > 0),
  -- empty while it lies ahead; 'left': taken out of the trip, cancelled, or taken over by an officer
  outcome text check (outcome in ('delivered', 'failed', 'left')),
  unique (trip_id, order_id),
  -- two stops change places in one statement
  unique (trip_id, position) deferrable initially immediate
);
-- An order rides in one open trip at most.
create unique index trip_stop_open on trip_stop (order_id) where outcome is null;
create index trip_stop_order on trip_stop (order_id);
