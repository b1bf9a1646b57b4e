-- The officers' list of late orders, of one regency and of all; and the province's queue.
create index order_late on "order" (regency_code, deadline_at, id)
  where status in ('accepted', 'ready', 'out_for_delivery');
create index order_officer_province on "order" (deadline_at, id) where status = 'needs_officer';
