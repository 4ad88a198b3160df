-- Do-not-call lists. as_of is a day since 1970; max_age in days, 0 for none.
create table if not exists do_not_call_list (
    id uuid primary key,
    name varchar not null,
    source varchar not null,
    as_of integer,
    max_age integer not null,
    every_campaign boolean not null,
    created_at bigint,
    updated_at bigint,
    deleted_at bigint,
    further varchar
);

-- The entries of a list have a version: a new one is loaded beside the one in force and takes its place in one commit.
-- state: 0 being loaded, 1 in force, 2 being deleted.
create table if not exists do_not_call_version (
    version integer primary key,
    list_id uuid not null,
    state tinyint not null,
    numbers bigint not null
);

-- entry: the version in the upper bits, the E.164 number without its plus in the lower 50: one tree, the smallest there is.
create table if not exists do_not_call_number (
    entry bigint primary key
);

create table if not exists do_not_call_prefix (
    version integer not null,
    prefix bigint not null,
    primary key (version, prefix)
);

-- One row while targets are being compared with the lists: a comparison that was cut begins anew at the next opening.
create table if not exists do_not_call_marking (
    ordered bigint not null
);

-- target.state: 5 barred, because each number that may still be dialed is on a do-not-call list. next_try_at is kept.
comment on column target.state is '0 fresh, 1 retry, -1 retry or agent, -2 held, 2 in a call, 3 done, 4 not callable, 5 barred, 6 importing';
