-- An account begins when its number is confirmed; those made before by an office are taken as confirmed.
alter table account
  add column mobile_confirmed_at timestamptz default now(),
  add column email text check (email ~ '^[^@\s]+@[^@\s]+$'),
  -- second factor (TOTP, RFC 6238): the secret sealed; the last step used, so that no code serves twice
  add column totp_sealed bytea,
  add column totp_confirmed_at timestamptz,
  add column totp_last_step bigint,
  add constraint totp_with_secret check (totp_confirmed_at is null or totp_sealed is not null);

alter table session
  add column id bigint generated always as identity unique,
  add column last_seen_at timestamptz not null default now(),
  -- "Chrome di Android": what the person recognises it by
  add column device text,
  add column second_factor_at timestamptz;

-- One-time codes for a lost second factor; only their fingerprints are kept.
create table recovery_code (
  account_id bigint not null references account on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

-- A six-digit code that was sent to a number. The newest per purpose and number holds.
create table verification_code (
  id bigint primary key generated always as identity,
  purpose text not null check (purpose in ('register', 'password', 'mobile')),
  mobile text not null check (mobile ~ '^\+[1-9]\d{6,14}$'),
  -- whose number changes; null while there is no account yet
  account_id bigint references account on delete cascade,
  -- what is written once the code is right: name and password hash of a registration
  name text,
  password_hash text,
  code_hash bytea not null,
  tries smallint not null default 0,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now()
);
create index verification_code_mobile on verification_code (purpose, mobile, id desc);
create index verification_code_expiry on verification_code (expires_at);

-- Someone is asked to act for a shop, a business or an office. It becomes a membership once their number is confirmed.
create table invitation (
  id bigint primary key generated always as identity,
  mobile text not null check (mobile ~ '^\+[1-9]\d{6,14}$'),
  name text not null check (length(name) between 2 and 100),
  role text not null check (role in ('seller', 'operator', 'officer', 'admin')),
  umkm_id bigint references umkm on delete cascade,
  warung_id bigint references warung on delete cascade,
  regency_code text references regency,
  invited_by bigint references account on delete set null,
  created_at timestamptz not null default now(),
  accepted_at timestamptz,
  check ((role = 'seller') = (umkm_id is not null)),
  check ((role = 'operator') = (warung_id is not null)),
  check (regency_code is null or role = 'officer')
);
create unique index invitation_open on invitation (mobile, role, umkm_id, warung_id, regency_code) nulls not distinct
  where accepted_at is null;

alter table membership
  add column position text not null default 'owner' check (position in ('owner', 'staff')),
  add column since timestamptz not null default now();
create index membership_umkm on membership (umkm_id) where umkm_id is not null;
create index membership_warung on membership (warung_id) where warung_id is not null;

-- A guest's orders are found by their number when it becomes an account's.
create index checkout_guest_mobile on checkout (buyer_mobile) where account_id is null;
