-- The six digits that were last sent to a warung's own number; only their fingerprint is kept.
create table warung_code (
  warung_id bigint primary key references warung on delete cascade,
  mobile text not null,
  code_hash bytea not null,
  tries smallint not null default 0,
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);

-- Whoever is invited helps; only a designation invites the owner.
alter table invitation alter column position set default 'staff';
