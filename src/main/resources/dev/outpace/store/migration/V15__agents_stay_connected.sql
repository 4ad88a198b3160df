-- Whether one call to each agent's phone stays up, to which the callers of the queue are put through.
alter table queue add column if not exists agents_stay_connected boolean not null default false;
