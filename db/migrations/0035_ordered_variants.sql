-- Whether a pack size was ever ordered decides whether it may be removed.
create index order_line_variant on order_line (variant_id) where variant_id is not null;
