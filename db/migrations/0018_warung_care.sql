alter table warung
  add column nominated_at timestamptz not null default now(),
  add column nominated_reason text,
  add column designated_at timestamptz,
  add column decree_date date,
  add column phone_confirmed_at timestamptz,
  add column ready_at timestamptz,
  add column suspended_reason text,
  -- "tutup dulu hari ini": no offers before this moment, and open again by itself
  add column paused_until timestamptz;
update warung set designated_at = now() where decree_number is not null;
update warung set phone_confirmed_at = now(), ready_at = now() where status in ('ready', 'paused');

-- Days (WIB) on which a warung stays closed whatever its weekday says.
create table warung_holiday (
  warung_id bigint not null references warung on delete cascade,
  day date not null,
  note text check (length(note) <= 100),
  primary key (warung_id, day)
);

-- Carried through by a designated warung before it is asked for real ones: no money, no stock, no figures.
alter table "order" add column is_test boolean not null default false;
create index order_test on "order" (warung_id, id desc) where is_test;
