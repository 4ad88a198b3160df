-- The name of the real exchange's own queue that hands the callers to agents; null where Outpace does.
alter table queue add column if not exists asterisk_queue varchar(80);
