-- A buyer complains of one line of an order they received: who has to answer, by when, and how it ends.
create table complaint (
  id bigint primary key generated always as identity,
  code text not null unique check (code ~ '^KL-[2-9A-HJKMNP-TV-Z]{6}$'),
  -- drawn when the form is rendered: a form sent twice finds the first one's result
  form_key uuid not null unique,
  order_id bigint not null references "order",
  order_line_id bigint not null references order_line,
  -- whose goods they are; null: a staple from the warung's own shelf
  umkm_id bigint references umkm,
  warung_id bigint not null references warung,
  regency_code text not null references regency,
  pieces integer not null check (pieces > 0),
  kind text not null check (kind in ('damaged', 'wrong_item', 'missing', 'unfit', 'not_as_described', 'other')),
  body text not null check (length(body) <= 1000),
  wanted text not null check (wanted in ('exchange', 'refund')),
  status text not null default 'open'
    check (status in ('open', 'answered', 'disputed', 'refund_due', 'exchange_due', 'exchange_ready', 'done')),
  answer text check (answer in ('exchange', 'refund', 'refused')),
  -- the officer's, when the two disagree
  decision text check (decision in ('exchange', 'refund', 'refused')),
  -- what is being done, and in the end was done
  outcome text check (outcome in ('exchange', 'refund', 'refused', 'withdrawn')),
  -- replacements that were taken out of the seller's stock for this exchange
  stock_taken boolean not null default false,
  -- what the buyer tells the warung when they get money or goods: another than the delivery's, which the warung knows
  pin text check (pin ~ '^\d{4}$'),
  pin_tries smallint not null default 0,
  goods_returned boolean not null default false,
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  -- every open complaint waits for somebody until then
  deadline_at timestamptz,
  check ((status = 'done') = (closed_at is not null)),
  check ((status = 'done') = (deadline_at is null)),
  check (outcome is not null or status in ('open', 'answered', 'disputed')),
  check (status <> 'answered' or answer is not null),
  check (not stock_taken or umkm_id is not null)
);
create unique index complaint_one_open on complaint (order_line_id) where status <> 'done';
create index complaint_line on complaint (order_line_id);
create index complaint_order on complaint (order_id);
create index complaint_umkm on complaint (umkm_id, id) where umkm_id is not null;
create index complaint_warung on complaint (warung_id, id);
create index complaint_officer on complaint (regency_code, deadline_at) where status in ('disputed', 'refund_due');
create index complaint_deadline on complaint (deadline_at) where status <> 'done';

-- Photos of what is wrong: sealed files under DATA_DIR/documents.
create table complaint_photo (
  complaint_id bigint not null references complaint,
  position smallint not null check (position between 1 and 4),
  file text not null unique check (file ~ '^[0-9a-f]{32}$'),
  bytes integer not null,
  primary key (complaint_id, position)
);

create table complaint_event (
  id bigint primary key generated always as identity,
  complaint_id bigint not null references complaint,
  at timestamptz not null default now(),
  kind text not null,
  actor_kind text not null check (actor_kind in ('buyer', 'seller', 'operator', 'officer', 'system')),
  actor_account_id bigint,
  actor_name text not null,
  -- what they said
  note text not null default '' check (length(note) <= 1000),
  detail jsonb not null default '{}'
);
create index complaint_event_complaint on complaint_event (complaint_id, id);
create index complaint_event_account on complaint_event (actor_account_id) where actor_account_id is not null;

-- As forbid_change_but_erasure() of migration 0030, and what the person wrote leaves with them.
create function forbid_change_but_erasure_of_words() returns trigger language plpgsql as $$
declare theirs constant text[] := array['actor_name', 'actor_account_id', 'note'];
begin
  if tg_op = 'UPDATE' and current_setting('lapak.erasure', true) = 'on'
     and to_jsonb(new) - theirs = to_jsonb(old) - theirs then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger complaint_event_append_only before update or delete on complaint_event
  for each row execute function forbid_change_but_erasure_of_words();
create trigger complaint_kept before delete on complaint
  for each row execute function forbid_change();
create trigger complaint_closed_once before update of status, outcome, closed_at on complaint
  for each row when (old.status = 'done') execute function forbid_change();
