-- How a campaign is paced and what it does for abandoned callers; null where all is as by default.
alter table campaign add column if not exists pacing varchar;
alter table campaign add column if not exists compliance varchar;

-- The end of the last call of a target that was abandoned.
-- Another state: -1 waiting for its next try like 1, and may be dialed earlier when an agent is kept free for it.
alter table target add column if not exists abandoned_at bigint;

-- Of the ended calls, those of people who joined a queue.
alter table campaign_hour add column if not exists queued bigint default 0 not null;

merge into campaign_hour h using (
    select campaign_id, ended_at / 3600000000 as in_hour, count(*) as joined from campaign_call
    where queued_at is not null and ended_at is not null group by campaign_id, ended_at / 3600000000
) q on h.campaign_id = q.campaign_id and h.at_hour = q.in_hour
when matched then update set queued = q.joined;

update target set abandoned_at = updated_at where last_result = 'ABANDONED';
