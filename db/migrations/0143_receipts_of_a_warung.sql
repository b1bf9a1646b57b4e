-- What came into a warung's QRIS account for open orders is looked up for each warung that is settled.
create index payment_receipt_warung on payment_receipt (warung_id) where warung_id is not null;
