-- One message to one person. Sent by a job after commit; the key keeps a repeated step from sending it twice.
create table message (
  id bigint primary key generated always as identity,
  key text not null unique,
  kind text not null,
  recipient_name text not null,
  mobile text not null check (mobile ~ '^\+[1-9]\d{6,14}$'),
  email text,
  subject text not null,
  body text not null,
  -- a code or a link that opens an account: shown in the outbox only where nothing else delivers it
  secret boolean not null default false,
  -- whose officers may read it; null: the province's
  regency_code text references regency,
  channel text check (channel in ('outbox', 'whatsapp', 'email')),
  status text not null default 'queued' check (status in ('queued', 'sent', 'failed')),
  tries smallint not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  check ((status = 'sent') = (sent_at is not null))
);
create index message_newest on message (id desc);
create index message_regency on message (regency_code, id desc);
create index message_mobile on message (mobile, id desc);
create index message_open on message (status, id desc) where status <> 'sent';
