-- Each index costs every launch a page of the file. Calls of one target are never asked for, and the few unfinished calls
-- have a table of their own.

create table if not exists call_in_progress (
    call_id uuid primary key
);

insert into call_in_progress (call_id) select id from campaign_call
    where status in (0, 1) and id not in (select call_id from call_in_progress);

drop index if exists campaign_call_status;
drop index if exists campaign_call_target;
