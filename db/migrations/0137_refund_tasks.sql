-- Money that a warung gives back is a task with a proof: handed over against the buyer's PIN, or transferred with a photo, which
-- the buyer then confirms or disputes.
alter table refund drop constraint refund_sent_card;
alter table refund
  add constraint refund_failed_card check (status <> 'failed' or method = 'card'),
  -- what the buyer tells the warung when they get cash: another than the delivery's, which the warung knows
  add column pin text not null check (pin ~ '^\d{4}$')
    default lpad((('x' || left(replace(gen_random_uuid()::text, '-', ''), 7))::bit(28)::int % 10000)::text, 4, '0'),
  add column pin_tries smallint not null default 0,
  add column sent_at timestamptz,
  -- the buyer says that it never came
  add column disputed_at timestamptz,
  add column proof_removed_at timestamptz;
create unique index refund_proof on refund (proof_file) where proof_file is not null;
create index refund_warung_open on refund (warung_id, created_at) where status in ('due', 'sent');

-- Once it is back nothing changes, but that its proof is forgotten.
drop trigger refund_fixed on refund;
create trigger refund_fixed before update on refund
  for each row when ((old.status = 'paid_back' and (to_jsonb(old) - array['proof_file', 'proof_removed_at'])
        is distinct from (to_jsonb(new) - array['proof_file', 'proof_removed_at']))
    or (old.kind, old.complaint_id, old.order_id, old.order_line_id, old.amount, old.umkm_id)
    is distinct from (new.kind, new.complaint_id, new.order_id, new.order_line_id, new.amount, new.umkm_id))
  execute function forbid_change();
