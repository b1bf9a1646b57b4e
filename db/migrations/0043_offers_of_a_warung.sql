-- How a warung answered of late, on its case.
create index offer_warung_newest on offer (warung_id, offered_at desc);
