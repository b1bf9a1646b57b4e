-- The officers' lists of businesses: the queue also holds what an import brought in, which was never sent by anyone.
drop index umkm_queue;
drop index umkm_queue_regency;
create index umkm_queue on umkm ((coalesce(submitted_at, created_at)), id) where status = 'submitted';
create index umkm_queue_regency on umkm (regency_code, (coalesce(submitted_at, created_at)), id) where status = 'submitted';
create index umkm_status on umkm (status, id);
create index umkm_owner_trgm on umkm using gin (lower(owner_name) gin_trgm_ops);
create index umkm_spot_check on umkm (verified_at desc, id) where status = 'verified' and spot_checked_at is null;
