-- How many public products stand on each shelf, so that a page counts a few thousand rows at most, however many products
-- there are. A change adds rows (+1 here, -1 there) and touches none: nobody waits for a counter. `pack-shelf-counts`
-- sums them up now and then.
create table shelf_count (
  category_slug text not null,
  regency_code text not null,
  -- in steps of 5,000 rupiah; 50 and more are one
  price_step smallint not null,
  in_stock boolean not null,
  is_halal boolean not null,
  count integer not null,
  is_packed boolean not null default false
);
create index shelf_count_loose on shelf_count (is_packed) where not is_packed;

create function price_step(price bigint) returns smallint language sql immutable parallel safe
  return least(price / 5000, 50)::smallint;

create function shelf_counts_follow() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into shelf_count (category_slug, regency_code, price_step, in_stock, is_halal, count)
    select category_slug, regency_code, price_step(price_from), in_stock, is_halal, count(*)
      from after where public group by 1, 2, 3, 4, 5;
  elsif tg_op = 'DELETE' then
    insert into shelf_count (category_slug, regency_code, price_step, in_stock, is_halal, count)
    select category_slug, regency_code, price_step(price_from), in_stock, is_halal, -count(*)
      from before where public group by 1, 2, 3, 4, 5;
  else
    insert into shelf_count (category_slug, regency_code, price_step, in_stock, is_halal, count)
    select category_slug, regency_code, price_step, in_stock, is_halal, sum(change)
      from (select category_slug, regency_code, price_step(price_from), in_stock, is_halal, 1 as change
              from after where public
            union all
            select category_slug, regency_code, price_step(price_from), in_stock, is_halal, -1
              from before where public) moved
     group by 1, 2, 3, 4, 5 having sum(change) <> 0;
  end if;
  return null;
end $$;
create trigger shelf_counts_inserted after insert on product
  referencing new table as after for each statement execute function shelf_counts_follow();
create trigger shelf_counts_updated after update on product
  referencing old table as before new table as after for each statement execute function shelf_counts_follow();
create trigger shelf_counts_deleted after delete on product
  referencing old table as before for each statement execute function shelf_counts_follow();

insert into shelf_count (category_slug, regency_code, price_step, in_stock, is_halal, count, is_packed)
select category_slug, regency_code, price_step(price_from), in_stock, is_halal, count(*), true
  from product where public group by 1, 2, 3, 4, 5;
