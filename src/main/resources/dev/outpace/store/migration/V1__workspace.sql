-- Moments are microseconds since 1970 in UTC. JSON parts are texts that only the program reads.
-- Sequences are handed out in large blocks: each block costs a commit of its own, and gaps do no harm.

create table campaign (
    id uuid primary key,
    type varchar(8) not null,
    name varchar not null,
    detail varchar not null,
    status varchar(8) not null,
    service_level integer not null,
    end_handle varchar(8) not null,
    actions varchar not null,
    outplan_id uuid not null,
    outdial_id uuid not null,
    queue_id uuid not null,
    next_campaign_id uuid not null,
    flows_at_once integer not null,
    options_unknown varchar,
    created_at bigint,
    updated_at bigint,
    deleted_at bigint,
    further varchar,
    stop_reason varchar(10),
    started_at bigint,
    placed_since_start boolean default false not null
);

create table outplan (
    id uuid primary key,
    name varchar not null,
    detail varchar not null,
    source varchar,
    dial_timeout bigint not null,
    try_interval bigint not null,
    max_try_count_0 integer not null,
    max_try_count_1 integer not null,
    max_try_count_2 integer not null,
    max_try_count_3 integer not null,
    max_try_count_4 integer not null,
    created_at bigint,
    updated_at bigint,
    deleted_at bigint,
    further varchar
);

create table outdial (
    id uuid primary key,
    campaign_id uuid not null,
    name varchar not null,
    detail varchar not null,
    data varchar not null,
    created_at bigint,
    updated_at bigint,
    deleted_at bigint,
    further varchar
);

create table queue (
    id uuid primary key,
    name varchar not null,
    detail varchar not null,
    routing_method varchar not null,
    tag_ids varchar not null,
    wait_flow_id uuid not null,
    wait_timeout bigint not null,
    service_timeout bigint not null,
    created_at bigint,
    updated_at bigint,
    deleted_at bigint,
    further varchar
);

create table agent (
    id uuid primary key,
    username varchar not null,
    name varchar not null,
    detail varchar not null,
    ring_method varchar not null,
    status varchar(10) not null,
    permission bigint not null,
    tag_ids varchar not null,
    addresses varchar not null,
    created_at bigint,
    updated_at bigint,
    deleted_at bigint,
    further varchar
);

-- state: 0 fresh, 1 waiting for its next try, 2 in a call, 3 done, 4 not callable, 5 deleted, 6 being imported.
-- next_try_at is 0 but in state 1, so that one index orders both the retries and the fresh.
create table target (
    seq bigint generated always as identity (cache 10000) primary key,
    id uuid not null unique,
    outdial_id uuid not null,
    state tinyint not null,
    next_try_at bigint default 0 not null,
    name varchar not null,
    detail varchar not null,
    data varchar not null,
    type_0 varchar(12), number_0 varchar, tries_0 integer not null,
    type_1 varchar(12), number_1 varchar, tries_1 integer not null,
    type_2 varchar(12), number_2 varchar, tries_2 integer not null,
    type_3 varchar(12), number_3 varchar, tries_3 integer not null,
    type_4 varchar(12), number_4 varchar, tries_4 integer not null,
    address_names varchar,
    last_result varchar(12),
    created_at bigint,
    updated_at bigint,
    deleted_at bigint,
    further varchar
);

create index target_range on target (outdial_id, state, next_try_at, seq);

-- An import that was cut is undone (loading) or carried through (publishing) at the next opening.
create table target_import (
    outdial_id uuid primary key,
    publishing boolean not null
);

-- status: 0 dialing, 1 progressing, 2 done.
create table campaign_call (
    seq bigint generated always as identity (cache 10000) primary key,
    id uuid not null unique,
    campaign_id uuid not null,
    outplan_id uuid not null,
    outdial_id uuid not null,
    outdial_target_id uuid not null,
    queue_id uuid not null,
    reference_type varchar(8) not null,
    target_name varchar not null,
    source varchar,
    destination_type varchar(12),
    destination varchar,
    destination_index integer not null,
    try_count integer not null,
    status tinyint not null,
    result varchar(8) not null,
    cause varchar(12),
    created_at bigint not null,
    answered_at bigint,
    queued_at bigint,
    connected_at bigint,
    ended_at bigint,
    agent_id uuid not null
);

create index campaign_call_status on campaign_call (status, seq);
create index campaign_call_campaign on campaign_call (campaign_id, seq);
create index campaign_call_target on campaign_call (outdial_target_id, seq);

create table campaign_call_step (
    seq bigint generated always as identity (cache 10000) primary key,
    call_id uuid not null,
    at bigint not null,
    kind varchar(16) not null,
    action_id uuid not null,
    text varchar not null
);

create index campaign_call_step_call on campaign_call_step (call_id, seq);

-- Ended calls by the hour in which they ended; at_hour = hours since 1970.
create table campaign_hour (
    campaign_id uuid not null,
    at_hour bigint not null,
    success bigint not null,
    fail bigint not null,
    abandoned bigint not null,
    answered bigint not null,
    not_placed bigint not null,
    primary key (campaign_id, at_hour)
);

create table setting (
    name varchar(64) primary key,
    content varchar not null
);
