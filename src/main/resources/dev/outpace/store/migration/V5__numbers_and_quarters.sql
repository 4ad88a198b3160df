-- Ended calls by the quarter of an hour in which they ended, so that a day can begin where any zone has it;
-- at_quarter = quarters of an hour since 1970. What was counted by whole hours is counted anew from the calls.
create table campaign_quarter (
    campaign_id uuid not null,
    at_quarter bigint not null,
    success bigint not null,
    fail bigint not null,
    abandoned bigint not null,
    answered bigint not null,
    not_placed bigint not null,
    queued bigint not null,
    primary key (campaign_id, at_quarter)
);

insert into campaign_quarter (campaign_id, at_quarter, success, fail, abandoned, answered, not_placed, queued)
select campaign_id, ended_at / 900000000,
    count(*) filter (where cause = 'NORMAL'),
    count(*) filter (where cause not in ('NORMAL', 'NOT_PLACED')),
    count(*) filter (where cause = 'ABANDONED'),
    count(*) filter (where answered_at is not null and reference_type = 'CALL'
        and cause not in ('MACHINE', 'NOT_PLACED')),
    count(*) filter (where cause = 'NOT_PLACED'),
    count(*) filter (where queued_at is not null)
from campaign_call where ended_at is not null group by campaign_id, ended_at / 900000000;

drop table campaign_hour;

-- What is known of numbers that were dialed, while something may follow from it: whose call was the last one, when it ended,
-- and when the last one that was abandoned did. dial_key is what addresses share that ring the same phone.
create table dialed_number (
    dial_key varchar primary key,
    target_id uuid not null,
    ended_at bigint not null,
    abandoned_at bigint
);

insert into dialed_number (dial_key, target_id, ended_at, abandoned_at)
select destination_type || ':' || destination, '00000000-0000-0000-0000-000000000000', max(ended_at), max(ended_at)
from campaign_call where cause = 'ABANDONED' and destination is not null
group by destination_type || ':' || destination;

-- When the wait for next_try_at began, as the clock then was; who was abandoned is known by number now.
alter table target alter column abandoned_at rename to waits_since;
