-- What the buyer wants when something turns out not to be there, chosen with the order.
alter table checkout add column missing_choice text not null default 'drop'
  check (missing_choice in ('substitute', 'drop', 'cancel'));

-- `quantity` is what counts: what is gathered, charged and owed. Pieces that turned out to be missing move to `dropped`.
alter table order_line
  drop constraint order_line_quantity_check,
  add column dropped integer not null default 0 check (dropped >= 0),
  -- the line whose missing pieces this one stands for
  add column substitutes bigint references order_line,
  add constraint order_line_quantity check (quantity >= 0 and quantity + dropped between 1 and 999);

alter table "order" add constraint order_awaiting_buyer_has_warung
  check (status <> 'awaiting_buyer' or warung_id is not null);

-- Pieces of one line that are not there, and what its buyer is asked about them.
create table shortage (
  id bigint primary key generated always as identity,
  order_id bigint not null references "order",
  order_line_id bigint not null references order_line,
  pieces integer not null check (pieces between 1 and 999),
  reason text not null check (reason in ('habis', 'rusak', 'tidak-sempat', 'tidak-datang')),
  reported_by text not null check (reported_by in ('seller', 'operator')),
  -- what is proposed instead, as it was called and priced when the buyer was asked; nothing is held for it
  substitute_variant_id bigint references variant,
  substitute_staple_id bigint references staple,
  substitute_name text,
  substitute_unit text,
  substitute_price bigint check (substitute_price >= 0),
  substitute_quantity integer check (substitute_quantity between 1 and 999),
  asked_at timestamptz not null default now(),
  deadline_at timestamptz not null,
  decided_at timestamptz,
  decision text check (decision in ('substituted', 'dropped', 'cancelled', 'withdrawn')),
  -- 'order': it ended with the order, or with the warung that had it
  decided_by text check (decided_by in ('buyer', 'officer', 'deadline', 'order')),
  check (num_nonnulls(decided_at, decision, decided_by) in (0, 3)),
  check (num_nonnulls(substitute_variant_id, substitute_staple_id) <= 1),
  check (num_nonnulls(substitute_name, substitute_unit, substitute_price, substitute_quantity)
    = 4 * num_nonnulls(substitute_variant_id, substitute_staple_id)),
  check (decision <> 'substituted' or substitute_name is not null)
);
create unique index shortage_one_open on shortage (order_line_id) where decided_at is null;
create index shortage_order on shortage (order_id, id);
create index shortage_due on shortage (deadline_at) where decided_at is null;
create index shortage_variant on shortage (substitute_variant_id) where substitute_variant_id is not null;
create trigger shortage_kept before delete on shortage
  for each row execute function forbid_change();
create trigger shortage_decided_once before update on shortage
  for each row when (old.decided_at is not null) execute function forbid_change();
