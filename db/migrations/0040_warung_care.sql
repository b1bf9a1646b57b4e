-- The code that is sent to a warung's number, once.
alter table verification_code drop constraint verification_code_purpose_check;
alter table verification_code add constraint verification_code_purpose_check
  check (purpose in ('register', 'password', 'mobile', 'warung'));

-- What an invited operator will be: the keeper, or somebody who works orders only.
alter table invitation
  add column position text not null default 'owner' check (position in ('owner', 'staff'));

alter table warung
  -- why a nomination lies with its regency again; empty while it waits for the province
  add column returned_reason text check (length(returned_reason) between 3 and 500),
  -- what officers search: name, keeper, village and district
  add column search_text text not null default '';

create function warung_search_text() returns trigger language plpgsql as $$
begin
  select lower(unaccent(concat_ws(' ', new.name, new.keeper_name, v.name, d.name))) into new.search_text
    from village v join district d on d.code = v.district_code where v.code = new.village_code;
  return new;
end $$;
create trigger warung_search_text before insert or update of name, keeper_name, village_code on warung
  for each row execute function warung_search_text();
update warung set name = name;
create index warung_search on warung using gin (search_text gin_trgm_ops);
create index warung_list on warung ((status <> 'paused'), name, id);

-- A test order takes nobody's place.
alter table "order" add constraint order_test_holds_nothing check (not is_test or held_window is null);
