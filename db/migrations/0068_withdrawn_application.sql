-- Its owner's account was deleted while an application lay with an office: nobody decides on it any more.
alter table umkm_event drop constraint umkm_event_kind_check;
alter table umkm_event add constraint umkm_event_kind_check check (kind in ('started', 'submitted', 'returned', 'verified',
  'suspended', 'reinstated', 'spot_checked', 'imported', 'withdrawn'));
