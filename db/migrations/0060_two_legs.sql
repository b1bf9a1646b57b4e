-- What it costs to bring a seller's goods to the warung, paid by the buyer and owed to the seller who brings them.
alter table seller_line add column first_leg_fee bigint not null default 0 check (first_leg_fee between 0 and 1000000);
alter table "order" add column first_leg_fee bigint not null default 0 check (first_leg_fee >= 0);
do $$
declare old text;
begin
  select conname into strict old from pg_constraint
   where conrelid = '"order"'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%(goods_total + delivery_fee)%';
  execute format('alter table "order" drop constraint %I', old);
end $$;
alter table "order" add constraint order_total check (total = goods_total + delivery_fee + first_leg_fee);
