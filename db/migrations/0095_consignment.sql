-- Titip jual: a seller's goods on a warung's shelf, sold from there. A shelf is a pool of its own beside the seller's
-- `variant.stock`; every piece is in one of them, on its way, sold, or written off with a reason.
create table shelf_item (
  id bigint primary key generated always as identity,
  warung_id bigint not null references warung,
  variant_id bigint not null references variant,
  on_shelf integer not null default 0 check (on_shelf between 0 and 1000000),
  unique (warung_id, variant_id)
);
create index shelf_item_variant on shelf_item (variant_id);

-- One sending of a seller to a warung.
create table consignment (
  id bigint primary key generated always as identity,
  code text not null unique check (code ~ '^TJ-[2-9A-HJKMNP-TV-Z]{6}$'),
  -- drawn when the form is rendered: a form sent twice finds the first one's result
  form_key uuid not null unique,
  umkm_id bigint not null references umkm,
  warung_id bigint not null references warung,
  status text not null default 'sent' check (status in ('sent', 'received', 'refused', 'cancelled')),
  reason text,
  sent_at timestamptz not null default now(),
  -- by when the warung should have counted or refused it, or the seller called it back
  due_at timestamptz not null,
  ended_at timestamptz,
  check ((status = 'sent') = (ended_at is null)),
  check (status <> 'refused' or reason is not null)
);
create index consignment_umkm on consignment (umkm_id, id desc);
create index consignment_warung on consignment (warung_id, id desc);

create table consignment_line (
  consignment_id bigint not null references consignment,
  variant_id bigint not null references variant,
  sent integer not null check (sent between 1 and 1000),
  -- counted and put on the shelf; and handed straight back. What is in neither was missing
  received integer check (received >= 0),
  turned_down integer check (turned_down >= 0),
  primary key (consignment_id, variant_id),
  check ((received is null) = (turned_down is null)),
  check (received + turned_down <= sent)
);
create index consignment_line_variant on consignment_line (variant_id);

-- What either side has to say about a sending, such as that the count is not right.
create table consignment_note (
  id bigint primary key generated always as identity,
  consignment_id bigint not null references consignment,
  at timestamptz not null default now(),
  side text not null check (side in ('seller', 'warung')),
  actor_name text not null,
  text text not null check (length(text) between 1 and 500),
  form_key uuid not null unique
);
create index consignment_note_of on consignment_note (consignment_id, id);

-- Pieces on their way from a shelf (or the door) back to the seller, who counts what came home.
create table shelf_return (
  id bigint primary key generated always as identity,
  shelf_item_id bigint not null references shelf_item,
  -- turned down when this sending arrived; null: taken from the shelf
  consignment_id bigint references consignment,
  pieces integer not null check (pieces > 0),
  back integer check (back between 0 and pieces),
  sent_at timestamptz not null default now(),
  due_at timestamptz not null,
  back_at timestamptz,
  check ((back is null) = (back_at is null))
);
create index shelf_return_item on shelf_return (shelf_item_id, id desc);

create table shelf_move (
  id bigint primary key generated always as identity,
  shelf_item_id bigint not null references shelf_item,
  at timestamptz not null default now(),
  cause text not null
    check (cause in ('received', 'ordered', 'given_back', 'returned_to_seller', 'shrinkage', 'recount')),
  reason text,
  before integer not null,
  after integer not null check (after >= 0 and after <> before),
  order_id bigint references "order",
  consignment_id bigint references consignment,
  return_id bigint references shelf_return,
  form_key uuid unique,
  actor_name text not null,
  check (cause <> 'shrinkage' or reason is not null),
  check ((cause in ('ordered', 'given_back')) = (order_id is not null)),
  check ((cause = 'received') = (consignment_id is not null)),
  check ((cause = 'returned_to_seller') = (return_id is not null))
);
create index shelf_move_item on shelf_move (shelf_item_id, id desc);
create trigger shelf_move_append_only before update or delete on shelf_move
  for each row execute function forbid_change_but_erasure();
create trigger consignment_note_append_only before update or delete on consignment_note
  for each row execute function forbid_change_but_erasure();

-- How many pieces of one kind fit on a warung's shelf; 0: it takes no goods in consignment.
alter table warung add column shelf_limit integer not null default 50 check (shelf_limit between 0 and 1000);

-- Which pool an order's pieces came from: null is the seller's own stock.
alter table order_line add column shelf_item_id bigint references shelf_item;
alter table order_line add constraint order_line_shelf check (shelf_item_id is null or variant_id is not null);
create index order_line_shelf_item on order_line (shelf_item_id) where shelf_item_id is not null;

-- Goods from the shelf lie in the warung already, apart from what the same seller must still bring.
alter table seller_line add column from_shelf boolean not null default false;
alter table seller_line drop constraint seller_line_order_id_umkm_id_key;
alter table seller_line add constraint seller_line_once unique (order_id, umkm_id, from_shelf);

alter table stock_change drop constraint stock_change_cause_check;
alter table stock_change add constraint stock_change_cause_check check (cause in
  ('start', 'set', 'ordered', 'given_back', 'missing', 'import', 'consigned', 'consignment_back'));
alter table stock_change add column consignment_id bigint references consignment;
