-- The last edit of many targets at once, so that it can be undone. moment also stands in updated_at of each target that it changed.
create table if not exists target_edit (
    moment bigint primary key,
    outdial_id uuid not null,
    kind varchar(16) not null,
    wanted bigint not null,
    changed bigint not null,
    left_out bigint not null,
    ended boolean not null
);

-- Its targets as they were before.
create table if not exists target_undo as select * from target where false;
create unique index if not exists target_undo_place on target_undo (seq);
