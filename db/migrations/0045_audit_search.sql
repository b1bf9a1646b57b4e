-- The officers' record is read by day, newest first: of everyone, of a regency, of an officer, of one kind of change.
drop index audit_newest;
drop index audit_regency;
create index audit_at on audit_log (at desc, id desc);
create index audit_regency_at on audit_log (regency_code, at desc, id desc);
create index audit_account_at on audit_log (account_id, at desc, id desc);
create index audit_action_at on audit_log (action, at desc, id desc);
