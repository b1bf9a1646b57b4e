-- When a warung took no orders, and why. Kept by the table itself: pauses come from the warung, an officer and the jobs.
create table warung_pause (
  id bigint primary key generated always as identity,
  warung_id bigint not null references warung on delete cascade,
  reason text not null,
  starts_at timestamptz not null default now(),
  -- null: until somebody resumes it
  ends_at timestamptz,
  check (ends_at >= starts_at)
);
create index warung_pause_of on warung_pause (warung_id, starts_at);
create unique index warung_pause_open on warung_pause (warung_id) where ends_at is null;

create function keep_warung_pause() returns trigger language plpgsql as $$
begin
  if new.status = 'paused' and (tg_op = 'INSERT' or old.status <> 'paused') then
    insert into warung_pause (warung_id, reason) values (new.id, coalesce(new.pause_reason, 'Jeda'));
  elsif tg_op = 'UPDATE' and old.status = 'paused' and new.status <> 'paused' then
    update warung_pause set ends_at = now() where warung_id = new.id and ends_at is null;
  end if;
  if tg_op = 'UPDATE' and new.paused_until is distinct from old.paused_until then
    update warung_pause set ends_at = greatest(starts_at, now()) where warung_id = new.id and ends_at > now();
    if new.paused_until > now() then
      insert into warung_pause (warung_id, reason, ends_at) values (new.id, 'Tutup dulu hari itu', new.paused_until);
    end if;
  end if;
  return null;
end $$;
create trigger warung_pause_kept after insert or update of status, paused_until on warung
  for each row execute function keep_warung_pause();

insert into warung_pause (warung_id, reason) select id, coalesce(pause_reason, 'Jeda') from warung where status = 'paused';
insert into warung_pause (warung_id, reason, ends_at)
  select id, 'Tutup dulu hari itu', paused_until from warung where paused_until > now();

-- A day of the ledger.
create index posting_at on posting (at);
-- Orders of the villages that a warung serves, the newest first.
create index order_village_newest on "order" (village_code, placed_at desc);
-- When an order was delivered, and whether an officer had to help.
create index order_event_told on order_event (order_id, kind) include (at) where kind in ('delivered', 'needs_officer');
