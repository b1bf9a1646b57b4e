-- Each time goods were to change hands at the door or the counter: how it went, and what proves it.
create table delivery_attempt (
  id bigint primary key generated always as identity,
  order_id bigint not null references "order",
  warung_id bigint not null references warung,
  at timestamptz not null default now(),
  outcome text not null check (outcome in ('failed', 'delivered')),
  reason text check (reason in ('nobody_home', 'refused', 'wrong_address')),
  note text check (length(note) between 1 and 300),
  proof text check (proof in ('pin', 'photo', 'officer')),
  receiver_name text check (length(receiver_name) between 2 and 100),
  -- a sealed file under DATA_DIR/documents, for the warung and the officers; gone after a while (photo_removed_at)
  photo_file text unique check (photo_file ~ '^[0-9a-f]{32}$'),
  photo_removed_at timestamptz,
  actor_name text not null,
  check ((outcome = 'failed') = (reason is not null)),
  check ((outcome = 'delivered') = (proof is not null)),
  check (proof <> 'photo' or (receiver_name is not null and (photo_file is not null or photo_removed_at is not null)))
);
create unique index delivery_attempt_once on delivery_attempt (order_id) where outcome = 'delivered';
create index delivery_attempt_order on delivery_attempt (order_id, id);
create index delivery_attempt_warung on delivery_attempt (warung_id, at);
create index delivery_attempt_photo on delivery_attempt (at) where photo_file is not null;

alter table checkout
  -- said by the buyer: then a name and a photo are the expected proof
  add column receiver_without_phone boolean not null default false;

alter table "order"
  -- failed tries since this warung has the order
  add column delivery_tries smallint not null default 0 check (delivery_tries between 0 and 10),
  -- until when the buyer was told to fetch it; the deadline may be a grace later
  add column pickup_until timestamptz,
  -- when the buyer is reminded of it; empty once they were
  add column pickup_remind_at timestamptz,
  add constraint order_pickup_has_place check (fulfilment = 'delivery' or chosen_warung_id is not null);
create index order_pickup_remind on "order" (pickup_remind_at)
  where status = 'ready_for_pickup' and pickup_remind_at is not null;
create trigger delivery_attempt_kept before delete on delivery_attempt
  for each row execute function forbid_change();
