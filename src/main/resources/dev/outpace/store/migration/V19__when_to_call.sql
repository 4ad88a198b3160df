-- What decides when a target is called, beyond its numbers.
-- class: where the person may be, by zone and region, as hours_class has it; 0 where that was not found out yet.
-- rank: orders targets of one list that are due alike; held_by: which kind of rule keeps a target in state -2.
-- closed_destinations: those that a rule of retries has ended, bit i for destination i.
-- Other states: -2 waiting like 1 for a rule that allows the call, 5 kept from being called by a rule until that is changed.
alter table target add (
    class smallint default 0 not null,
    rank bigint default 0 not null,
    held_by tinyint,
    zone varchar(64),
    region varchar(8),
    priority integer default 0 not null,
    call_back_at bigint,
    call_back_agent uuid,
    closed_destinations tinyint default 0 not null
);

-- Hours open and close for a class of targets at once: no row of a target changes with the time of the day.
create index if not exists target_class on target (outdial_id, state, class, next_try_at, rank, seq);

create table if not exists hours_class (
    id smallint primary key,
    callees varchar not null unique
);

-- How often and when a number, or a target, was called is counted from the calls themselves.
create index if not exists campaign_call_number on campaign_call (destination, seq);
create index if not exists campaign_call_target on campaign_call (outdial_target_id, seq);

-- The same for people who are told apart by a column of their data, such as a customer number.
create table if not exists call_person (
    person varchar not null,
    at bigint not null,
    call_id uuid not null,
    primary key (person, at, call_id)
);
