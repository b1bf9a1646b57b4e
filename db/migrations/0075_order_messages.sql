-- Messages that tell of an order's steps, and messages that let people sleep.
alter table message
  -- the step it tells of: looked at again before the message leaves, as the order may have moved on
  add column order_event_id bigint references order_event,
  -- nobody needs it in the night
  add column can_wait boolean not null default false,
  -- when it leaves, if not at once
  add column send_after timestamptz,
  -- opens the receiver's order: the last line of what is sent, and kept from other eyes
  add column link text,
  -- what a device that rings shows: {"body", "url", "until"}
  add column push jsonb;

alter table message drop constraint message_status_check;
-- skipped: what it told was no longer true when it was to leave
alter table message add constraint message_status_check check (status in ('queued', 'sent', 'failed', 'skipped'));
drop index message_open;
create index message_open on message (status, id desc) where status in ('queued', 'failed');
create index message_link on message (created_at) where link is not null;
