-- Calls that machine detection ended: a share of them may count as abandoned people.

alter table campaign_quarter add column if not exists machines bigint default 0 not null;

update campaign_quarter q set machines = (
    select count(*) from campaign_call c
    where c.campaign_id = q.campaign_id and c.cause = 'MACHINE' and c.ended_at / 900000000 = q.at_quarter);
