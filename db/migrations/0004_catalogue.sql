create table category (
  slug text primary key,
  name text not null,
  position smallint not null
);

-- One picture, content-addressed: the files are <hash>-<width>.avif and .webp under DATA_DIR/media.
create table media (
  id bigint primary key generated always as identity,
  hash text not null unique check (hash ~ '^[0-9a-f]{32}$'),
  widths smallint[] not null,
  -- shown until the picture is there
  ground text not null check (ground ~ '^#[0-9a-f]{6}$'),
  created_at timestamptz not null default now()
);

create table product (
  id bigint primary key generated always as identity,
  slug text not null unique,
  umkm_id bigint not null references umkm,
  name text not null check (length(name) between 2 and 140),
  description text not null default '',
  category_slug text not null references category,
  made_in_district_code text not null references district,
  regency_code text not null references regency,
  pirt text check (pirt ~ '^\d{15}$'),
  halal text check (halal ~ '^ID\d+$'),
  status text not null default 'draft' check (status in ('draft', 'published')),
  -- True when published by a verified seller and not hidden by an officer; kept by triggers below.
  public boolean not null default false,
  sold integer not null default 0 check (sold >= 0),
  -- Cheapest variant and whether anything is left; kept by trigger, so that lists need no join.
  price_from bigint not null default 0,
  in_stock boolean not null default false,
  search_text text not null default '',
  search_vector tsvector not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (umkm_id, name)
);
create index product_umkm on product (umkm_id, id);
create index product_home_district on product (made_in_district_code, sold desc, id) where public and in_stock;
create index product_home_regency on product (regency_code, sold desc, id) where public and in_stock;
create index product_newest on product (id desc) where public;
create index product_popular on product (sold desc, id) where public;
create index product_price on product (price_from, id) where public;
create index product_category_popular on product (category_slug, sold desc, id) where public;
create index product_search_vector on product using gin (search_vector) where public;
create index product_search_trgm on product using gin (search_text gin_trgm_ops) where public;

create table product_photo (
  product_id bigint not null references product on delete cascade,
  position smallint not null,
  media_id bigint not null references media,
  alt text not null,
  primary key (product_id, position)
);

create table variant (
  id bigint primary key generated always as identity,
  product_id bigint not null references product on delete cascade,
  umkm_id bigint not null references umkm,
  sku text not null check (length(sku) between 1 and 60),
  label text not null,
  price bigint not null check (price between 100 and 100000000),
  weight_grams integer not null check (weight_grams between 1 and 100000),
  stock integer not null check (stock >= 0 and stock <= 1000000),
  position smallint not null,
  updated_at timestamptz not null default now(),
  unique (umkm_id, product_id, sku)
);
create index variant_product on variant (product_id, position);

create table staple (
  id bigint primary key generated always as identity,
  key text not null unique,
  name text not null,
  unit text not null,
  weight_grams integer not null check (weight_grams > 0),
  group_name text not null,
  ceiling_price bigint,
  ceiling_basis text,
  media_id bigint references media,
  position smallint not null
);

-- Append-only history: the price that holds on a day is the newest row not after it.
create table staple_price (
  staple_id bigint not null references staple,
  regency_code text not null references regency,
  valid_from date not null,
  price bigint not null check (price between 100 and 100000000),
  set_by bigint references account,
  set_at timestamptz not null default now(),
  primary key (regency_code, staple_id, valid_from)
);
