-- An import that the program itself could not finish ends as failed, and may be started once more.
alter table import_run add column may_retry boolean not null default false;
