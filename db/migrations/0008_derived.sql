-- A product's cheapest price and whether anything is left follow its variants.
create function product_follows_variants() returns trigger language plpgsql as $$
begin
  update product p
     set price_from = v.price_from, in_stock = v.in_stock, updated_at = now()
    from (select product_id, min(price) as price_from, bool_or(stock > 0) as in_stock
            from variant where product_id in (select product_id from changed) group by product_id) v
   where p.id = v.product_id and (p.price_from, p.in_stock) is distinct from (v.price_from, v.in_stock);
  return null;
end $$;
create trigger variant_inserted after insert on variant
  referencing new table as changed for each statement execute function product_follows_variants();
create trigger variant_updated after update on variant
  referencing new table as changed for each statement execute function product_follows_variants();
create trigger variant_deleted after delete on variant
  referencing old table as changed for each statement execute function product_follows_variants();

-- Only a verified seller's published products are public.
create function product_public() returns trigger language plpgsql as $$
begin
  new.public := new.status = 'published'
    and exists (select 1 from umkm u where u.id = new.umkm_id and u.status = 'verified');
  return new;
end $$;
create trigger product_public before insert or update of status, umkm_id on product
  for each row execute function product_public();

create function products_follow_umkm() returns trigger language plpgsql as $$
begin
  update product set public = (status = 'published' and new.status = 'verified') where umkm_id = new.id;
  return null;
end $$;
create trigger umkm_status_changed after update of status on umkm
  for each row when (old.status is distinct from new.status) execute function products_follow_umkm();

-- What the PostgreSQL search reads. The 'simple' configuration keeps tahu, oleh and rasa, which Indonesian
-- stop-word lists drop; the stems of 'indonesian' are added beside them.
create function product_search_text() returns trigger language plpgsql as $$
declare seller text; category text; district text; regency text;
begin
  select name into seller from umkm where id = new.umkm_id;
  select name into category from category where slug = new.category_slug;
  select d.name, r.name into district, regency from district d join regency r on r.code = d.regency_code
   where d.code = new.made_in_district_code;
  new.search_text := lower(unaccent(new.name));
  new.search_vector := setweight(to_tsvector('simple', unaccent(new.name)), 'A')
    || setweight(to_tsvector('indonesian', unaccent(new.name)), 'A')
    || setweight(to_tsvector('simple', unaccent(coalesce(category, '') || ' ' || coalesce(seller, ''))), 'B')
    || setweight(to_tsvector('simple', unaccent(coalesce(district, '') || ' ' || coalesce(regency, ''))), 'C')
    || setweight(to_tsvector('indonesian', unaccent(new.description)), 'D');
  return new;
end $$;
create trigger product_search_text before insert or update of name, description, category_slug, umkm_id on product
  for each row execute function product_search_text();

-- The few figures the home page shows; refreshed by a job, so that no page counts rows.
create table market_figure (
  key text primary key,
  value bigint not null,
  counted_at timestamptz not null default now()
);
