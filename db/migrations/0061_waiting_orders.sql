-- Who still waits for a warung, oldest first: a routing takes several along.
create index order_waiting on "order" (id) where status = 'placed';
