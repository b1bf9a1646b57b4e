create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists cube;
create extension if not exists earthdistance;

create table regency (
  code text primary key check (code ~ '^18\.\d\d$'),
  name text not null,
  kind text not null check (kind in ('kabupaten', 'kota')),
  slug text not null unique,
  latitude double precision not null,
  longitude double precision not null,
  population integer not null
);

create table district (
  code text primary key check (code ~ '^18\.\d\d\.\d\d$'),
  regency_code text not null references regency,
  name text not null,
  latitude double precision not null,
  longitude double precision not null
);
create index district_regency on district (regency_code, name);

create table village (
  code text primary key check (code ~ '^18\.\d\d\.\d\d\.\d{4}$'),
  district_code text not null references district,
  regency_code text not null references regency,
  name text not null,
  kind text not null check (kind in ('desa', 'kelurahan', 'pekon', 'tiyuh', 'kampung')),
  latitude double precision not null,
  longitude double precision not null,
  postal_code text,
  -- "kedaton kedaton bandar lampung": what people type to find their village
  search_text text not null
);
create index village_district on village (district_code, name);
create index village_search on village using gin (search_text gin_trgm_ops);
