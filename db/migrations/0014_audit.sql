-- What officers changed: who, when, what, and why. Nothing here is changed or deleted.
create table audit_log (
  id bigint primary key generated always as identity,
  at timestamptz not null default now(),
  account_id bigint,
  actor_name text not null,
  -- "Kota Bandar Lampung", "Provinsi Lampung"
  office text not null,
  action text not null,
  -- the noun it was done to, its address, and its name at the time
  thing text not null,
  thing_key text not null,
  thing_name text not null,
  -- where it belongs; null: the whole province
  regency_code text references regency,
  detail jsonb not null default '{}',
  search_text text not null
);
create index audit_newest on audit_log (id desc);
create index audit_regency on audit_log (regency_code, id desc);
create index audit_thing on audit_log (thing, thing_key, id desc);
create index audit_search on audit_log using gin (search_text gin_trgm_ops);
create trigger audit_append_only before update or delete on audit_log
  for each row execute function forbid_change();
