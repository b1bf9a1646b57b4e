-- The officers' list of all open orders reads them in the order of their deadlines.
create index order_regency_open on "order" (regency_code, deadline_at, id) where next_action is not null;
