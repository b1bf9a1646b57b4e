-- Goods that leave stock as a replacement, or come back because none was handed over, name the complaint.
alter table stock_change add column complaint_id bigint references complaint;
