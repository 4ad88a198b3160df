-- Milliseconds after a talk in which an agent of a real exchange is offered nobody.
alter table queue add column if not exists wrap_up bigint not null default 10000;
