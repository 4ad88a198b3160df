-- Milliseconds for which the phone of an agent of a real exchange rings for one caller.
alter table queue add column if not exists ring_time bigint not null default 15000;
