-- Whether an agent took the caller only after the time that the campaign counts as abandoned.

alter table campaign_call add column if not exists taken_late boolean default false not null;
