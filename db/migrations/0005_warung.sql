create table warung (
  id bigint primary key generated always as identity,
  slug text not null unique,
  name text not null check (length(name) between 2 and 120),
  keeper_name text not null,
  mobile text not null check (mobile ~ '^\+[1-9]\d{6,14}$'),
  address text not null,
  rt text,
  rw text,
  village_code text not null references village,
  district_code text not null references district,
  regency_code text not null references regency,
  latitude double precision,
  longitude double precision,
  status text not null default 'nominated'
    check (status in ('nominated', 'designated', 'ready', 'paused', 'suspended')),
  decree_number text,
  window_capacity smallint not null check (window_capacity between 1 and 500),
  takes_cash boolean not null default true,
  offers_pickup boolean not null default true,
  expiries_in_row smallint not null default 0,
  pause_reason text,
  check (status in ('nominated', 'suspended') or decree_number is not null)
);
create unique index warung_name_village on warung (village_code, lower(name));
create index warung_regency on warung (regency_code, status);
create index warung_village on warung (village_code);

-- Minutes since midnight WIB; a weekday without a row is closed. 0 is Sunday.
create table warung_hours (
  warung_id bigint not null references warung on delete cascade,
  weekday smallint not null check (weekday between 0 and 6),
  opens smallint not null check (opens between 0 and 1439),
  closes smallint not null check (closes between 1 and 1440),
  primary key (warung_id, weekday),
  check (opens < closes)
);

create table warung_service_village (
  warung_id bigint not null references warung on delete cascade,
  village_code text not null references village,
  -- metres between the warung and the middle of the village; null when the warung has no coordinates
  distance_m integer,
  primary key (village_code, warung_id)
);
create index warung_service_of on warung_service_village (warung_id);

create table warung_fee (
  warung_id bigint not null references warung on delete cascade,
  up_to_m integer not null check (up_to_m > 0),
  fee bigint not null check (fee between 0 and 1000000),
  primary key (warung_id, up_to_m)
);

-- Capacity held by offers and accepted orders, per delivery window. The check is the last word against overbooking.
create table warung_window (
  warung_id bigint not null references warung,
  starts_at timestamptz not null,
  capacity smallint not null,
  held smallint not null default 0,
  primary key (warung_id, starts_at),
  check (held between 0 and capacity)
);

create table warung_staple (
  warung_id bigint not null references warung on delete cascade,
  staple_id bigint not null references staple,
  availability text not null check (availability in ('ada', 'sedikit', 'habis')),
  updated_at timestamptz not null default now(),
  primary key (warung_id, staple_id)
);

create table membership (
  id bigint primary key generated always as identity,
  account_id bigint not null references account on delete cascade,
  role text not null check (role in ('seller', 'operator', 'officer', 'admin')),
  umkm_id bigint references umkm,
  warung_id bigint references warung,
  -- an officer without a regency is an officer of the province
  regency_code text references regency,
  check ((role = 'seller') = (umkm_id is not null)),
  check ((role = 'operator') = (warung_id is not null)),
  check (regency_code is null or role = 'officer'),
  unique nulls not distinct (account_id, role, umkm_id, warung_id, regency_code)
);
