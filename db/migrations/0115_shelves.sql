-- Kinds of goods stand in groups, so that one choice takes in all of a group. A kind without a group stands alone.
create table category_group (
  slug text primary key,
  name text not null,
  position smallint not null
);
insert into category_group (slug, name, position) values
  ('camilan', 'Camilan', 1),
  ('kopi-minuman', 'Kopi & Minuman', 2),
  ('bumbu-dapur', 'Bumbu & Dapur', 3),
  ('lauk-segar', 'Lauk & Hasil Segar', 4),
  ('kain-busana', 'Kain & Busana', 5),
  ('kerajinan-suvenir', 'Kerajinan & Suvenir', 6);
alter table category add column group_slug text references category_group;
update category c set group_slug = g.group_slug
  from (values
    ('keripik', 'camilan'), ('kerupuk', 'camilan'), ('kue', 'camilan'), ('dodol-manisan', 'camilan'),
    ('kopi', 'kopi-minuman'), ('kakao', 'kopi-minuman'), ('minuman', 'kopi-minuman'),
    ('sambal-bumbu', 'bumbu-dapur'), ('gula-madu', 'bumbu-dapur'), ('rempah', 'bumbu-dapur'),
    ('beras', 'bumbu-dapur'), ('tepung', 'bumbu-dapur'),
    ('olahan-ikan', 'lauk-segar'), ('frozen', 'lauk-segar'), ('segar', 'lauk-segar'),
    ('tapis', 'kain-busana'), ('sulam-usus', 'kain-busana'), ('batik', 'kain-busana'), ('fesyen', 'kain-busana'),
    ('anyaman', 'kerajinan-suvenir'), ('kerajinan', 'kerajinan-suvenir'), ('souvenir', 'kerajinan-suvenir')
  ) g (slug, group_slug)
 where g.slug = c.slug;

-- Halal by its own certificate or its maker's, as its page says; kept by triggers, so that lists need no join.
alter table product add column is_halal boolean not null default false;
create function product_halal() returns trigger language plpgsql as $$
begin
  new.is_halal := new.halal is not null
    or exists (select 1 from umkm u where u.id = new.umkm_id and u.halal is not null);
  return new;
end $$;
create trigger product_halal before insert or update of halal, umkm_id on product
  for each row execute function product_halal();
create function products_follow_halal() returns trigger language plpgsql as $$
begin
  update product set is_halal = (halal is not null or new.halal is not null) where umkm_id = new.id;
  return null;
end $$;
create trigger umkm_halal_changed after update of halal on umkm
  for each row when ((old.halal is null) is distinct from (new.halal is null)) execute function products_follow_halal();
update product p set is_halal = true
  from umkm u where u.id = p.umkm_id and (p.halal is not null or u.halal is not null);

-- Whoever looks along a shelf filters and counts on the way: with these columns in the index the products themselves,
-- whose texts are long, are read for one page only.
drop index product_newest, product_popular, product_price, product_category_popular, product_home_district,
  product_home_regency;
create index product_newest on product (id desc)
  include (umkm_id, category_slug, regency_code, made_in_district_code, price_from, in_stock, is_halal) where public;
create index product_popular on product (sold desc, id)
  include (umkm_id, category_slug, regency_code, made_in_district_code, price_from, in_stock, is_halal) where public;
create index product_price on product (price_from, id)
  include (umkm_id, category_slug, regency_code, made_in_district_code, in_stock, is_halal) where public;
create index product_category_popular on product (category_slug, sold desc, id)
  include (umkm_id, regency_code, made_in_district_code, price_from, in_stock, is_halal) where public;
create index product_district_popular on product (made_in_district_code, sold desc, id)
  include (umkm_id, category_slug, regency_code, price_from, in_stock, is_halal) where public;
create index product_regency_popular on product (regency_code, sold desc, id)
  include (umkm_id, category_slug, made_in_district_code, price_from, in_stock, is_halal) where public;
