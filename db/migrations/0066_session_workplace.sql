-- Somebody who keeps two warung, or sells under two names, chooses on each device which one they act for.
alter table session
  add column umkm_id bigint references umkm on delete set null,
  add column warung_id bigint references warung on delete set null;
