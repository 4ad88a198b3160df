-- Targets of an import that is not through, in a table without indexes: they come into their list when the last one is read.
-- Until now they stood among the others, in state 6, with their future state in the lowest three bits of next_try_at.
update target set state = mod(next_try_at, 8), next_try_at = next_try_at / 8
    where state = 6 and outdial_id in (select outdial_id from target_import where publishing);
delete from target where state = 6;
delete from target_import;

-- joined: the last place whose target is in its list. destinations: how many of them are
-- enough for each target, if all are new, were never called, and have nothing unusual; else 0.
alter table target_import add column if not exists joined bigint default 0 not null;
alter table target_import add column if not exists destinations smallint default 1 not null;

create table if not exists target_staged as select * from target where false;
alter table target_staged drop column if exists seq;
-- updates: the target of the list that takes what the row says; null for a new one.
alter table target_staged add column if not exists updates bigint;
alter table target_staged alter column class set default 0;
alter table target_staged alter column rank set default 0;
alter table target_staged alter column priority set default 0;
alter table target_staged alter column closed_destinations set default 0;
alter table target_staged alter column tries_0 set default 0;
alter table target_staged alter column tries_1 set default 0;
alter table target_staged alter column tries_2 set default 0;
alter table target_staged alter column tries_3 set default 0;
alter table target_staged alter column tries_4 set default 0;
alter table target_staged add column if not exists place bigint generated always as identity (cache 10000) primary key;
