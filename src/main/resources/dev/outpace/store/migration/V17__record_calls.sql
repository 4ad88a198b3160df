-- Whether a real exchange records each call of the campaign, and after how many days that is deleted; 0 for never.
alter table campaign add column if not exists record_calls boolean not null default false;
alter table campaign add column if not exists keep_recordings_days integer not null default 30;
