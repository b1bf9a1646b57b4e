alter table product
  add column bpom text check (bpom ~ '^MD\d{12,15}$'),
  -- set by an officer: the product is shown nowhere until it is taken back
  add column hidden_reason text check (length(hidden_reason) between 3 and 500),
  add column hidden_at timestamptz,
  add constraint product_hidden_whole check ((hidden_reason is null) = (hidden_at is null));

create or replace function product_public() returns trigger language plpgsql as $$
begin
  new.public := new.status = 'published' and new.hidden_at is null
    and exists (select 1 from umkm u where u.id = new.umkm_id and u.status = 'verified');
  return new;
end $$;
drop trigger product_public on product;
create trigger product_public before insert or update of status, umkm_id, hidden_at on product
  for each row execute function product_public();

create or replace function products_follow_umkm() returns trigger language plpgsql as $$
begin
  update product set public = (status = 'published' and hidden_at is null and new.status = 'verified')
   where umkm_id = new.id;
  return null;
end $$;

-- Every change of a variant's stock, with what caused it. An order's own takings name the order.
create table stock_change (
  id bigint primary key generated always as identity,
  variant_id bigint not null references variant on delete cascade,
  at timestamptz not null default now(),
  before integer not null,
  after integer not null check (after >= 0 and after <> before),
  cause text not null check (cause in ('start', 'set', 'ordered', 'given_back', 'missing', 'import')),
  order_id bigint references "order",
  actor_name text
);
create index stock_change_variant on stock_change (variant_id, id desc);
create trigger stock_change_append_only before update on stock_change
  for each row execute function forbid_change();
create index variant_umkm on variant (umkm_id);
