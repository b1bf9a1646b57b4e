-- What the last look at the search index found: one row, written by the worker, told at /healthz.
create table search_check (
  only_one boolean primary key default true check (only_one),
  checked_at timestamptz not null,
  -- public products here, and their documents there
  products integer not null,
  documents integer not null,
  -- when all checksums were compared last, how long that took, and what was wrong and mended then
  compared_at timestamptz,
  took_ms integer,
  missing integer not null default 0,
  changed integer not null default 0,
  extra integer not null default 0,
  -- when anything was wrong last
  mended_at timestamptz
);

-- The search text of a product holds where it is made and who sells it: it follows both, whoever changes them.
drop trigger product_search_text on product;
create trigger product_search_text
  before insert or update of name, description, category_slug, umkm_id, made_in_district_code on product
  for each row execute function product_search_text();

create function product_search_follows_umkm() returns trigger language plpgsql as $$
begin
  update product set umkm_id = umkm_id where umkm_id = new.id;
  return null;
end $$;
create trigger umkm_renamed after update of name on umkm
  for each row when (old.name is distinct from new.name) execute function product_search_follows_umkm();
