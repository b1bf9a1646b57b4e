-- What most of a kind cost: per 100 grams, or per piece for what is not weighed. Counted anew every hour.
alter table category
  add column sold_by text not null default 'weight' check (sold_by in ('weight', 'piece')),
  add column median_price bigint,
  add column median_at timestamptz;
update category set sold_by = 'piece'
 where slug in ('tapis', 'sulam-usus', 'batik', 'fesyen', 'anyaman', 'kerajinan', 'souvenir', 'herbal');

-- Verified sellers of a regency, to walk along in search of those without orders.
create index umkm_verified_regency on umkm (regency_code, verified_at desc, id) where status = 'verified';
