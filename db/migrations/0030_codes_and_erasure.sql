-- The browser that asked for a code holds an unguessable token (a cookie); only its fingerprint is kept. Sending again
-- writes a new row under the same token.
alter table verification_code add column token_hash bytea not null;
create index verification_code_token on verification_code (token_hash, id desc);

-- Whose message it is, while they have an account: a changed number does not part a person from what was sent before.
alter table message add column account_id bigint references account on delete cascade;
create index message_account on message (account_id, id desc) where account_id is not null;

create index order_event_account on order_event (actor_account_id) where actor_account_id is not null;

-- History is not changed, with one exception the law asks for (UU PDP no. 27/2022, erasure): inside a transaction that
-- has said so (`set local lapak.erasure = 'on'`) a person's name and account leave it, and nothing else may change.
create function forbid_change_but_erasure() returns trigger language plpgsql as $$
declare named constant text[] := array['actor_name', 'actor_account_id'];
begin
  if tg_op = 'UPDATE' and current_setting('lapak.erasure', true) = 'on'
     and to_jsonb(new) - named = to_jsonb(old) - named then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

drop trigger order_event_append_only on order_event;
create trigger order_event_append_only before update or delete on order_event
  for each row execute function forbid_change_but_erasure();
drop trigger stock_change_append_only on stock_change;
create trigger stock_change_append_only before update on stock_change
  for each row execute function forbid_change_but_erasure();
drop trigger umkm_event_append_only on umkm_event;
create trigger umkm_event_append_only before update on umkm_event
  for each row execute function forbid_change_but_erasure();

-- A keeper whose number an office wrote down finds their warung once the number is confirmed.
create index warung_mobile on warung (mobile);
