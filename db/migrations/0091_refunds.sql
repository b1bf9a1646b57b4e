-- Money that a buyer gets back for a complaint. Cash is handed back by the warung; other ways of paying bring their own.
create table refund (
  id bigint primary key generated always as identity,
  -- a complaint is refunded once
  complaint_id bigint not null unique references complaint,
  order_id bigint not null references "order",
  order_line_id bigint not null references order_line,
  amount bigint not null check (amount > 0),
  method text not null check (method in ('cash')),
  -- who hands it back
  warung_id bigint not null references warung,
  -- whose loss it is; null: the warung's
  umkm_id bigint references umkm,
  status text not null default 'due' check (status in ('due', 'paid_back')),
  -- who said that the buyer has it
  confirmed_by text check (confirmed_by in ('operator', 'buyer', 'officer')),
  created_at timestamptz not null default now(),
  paid_back_at timestamptz,
  check ((status = 'paid_back') = (paid_back_at is not null)),
  check ((status = 'paid_back') = (confirmed_by is not null))
);
create index refund_order on refund (order_id);
create index refund_line on refund (order_line_id);

-- Never more than the line cost, nor than was paid, over all complaints together: the order's row makes two of them wait.
create function refund_within_paid() returns trigger language plpgsql as $$
begin
  perform 1 from "order" where id = new.order_id for update;
  if (select coalesce(sum(amount), 0) from refund where order_line_id = new.order_line_id) + new.amount
     > coalesce((select price * quantity from order_line where id = new.order_line_id and order_id = new.order_id), 0) then
    raise exception 'refunds of line % exceed its price', new.order_line_id using errcode = 'check_violation';
  end if;
  if (select coalesce(sum(amount), 0) from refund where order_id = new.order_id) + new.amount
     > coalesce((select amount from payment where order_id = new.order_id and status = 'paid'), 0) then
    raise exception 'refunds of order % exceed what was paid', new.order_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger refund_within_paid before insert on refund
  for each row execute function refund_within_paid();
create trigger refund_kept before delete on refund
  for each row execute function forbid_change();
create trigger refund_fixed before update on refund
  for each row when (old.status <> 'due' or (old.complaint_id, old.order_id, old.order_line_id, old.amount, old.warung_id, old.umkm_id)
    is distinct from (new.complaint_id, new.order_id, new.order_line_id, new.amount, new.warung_id, new.umkm_id))
  execute function forbid_change();
