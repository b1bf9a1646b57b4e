-- The history of stock names replacements; whatever other causes there are by now stay.
do $$
declare found record;
begin
  select conname, pg_get_constraintdef(oid) as said into strict found from pg_constraint
   where conrelid = 'stock_change'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%''given_back''%';
  execute format('alter table stock_change drop constraint %I, add constraint %1$I %s', found.conname,
    replace(found.said, '''given_back''::text', '''given_back''::text, ''exchanged''::text'));
end $$;
