-- Each index costs every launch a page of the file. Calls of one target are never asked for, and the few unfinished calls
-- have a table of their own.

create table call_in_progress (
    call_id uuid primary key
);

insert into call_in_progress (call_id) select id from campaign_call where status in (0, 1);

drop index campaign_call_status;
drop index campaign_call_target;
