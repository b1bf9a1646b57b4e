-- What officers hid, for their list of it.
create index product_hidden on product (regency_code, id desc) where hidden_at is not null;
