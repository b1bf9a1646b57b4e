-- A warung that an office writes down as working already (an import, the seed) has passed its gate elsewhere.
create function warung_written_ready() returns trigger language plpgsql as $$
begin
  if new.status <> 'nominated' then new.designated_at := coalesce(new.designated_at, now()); end if;
  if new.status in ('ready', 'paused') then
    new.ready_at := coalesce(new.ready_at, now());
    new.phone_confirmed_at := coalesce(new.phone_confirmed_at, now());
  end if;
  return new;
end $$;
create trigger warung_written_ready before insert on warung
  for each row execute function warung_written_ready();

-- The test orders of a warung, also those it has not accepted.
create index order_test_of on "order" (chosen_warung_id, id desc) where is_test;
