-- Calling rules: what a set says stands in one object, as in a file.
create table if not exists rule_set (
    id uuid primary key,
    name varchar not null,
    content varchar not null,
    created_at bigint,
    updated_at bigint,
    deleted_at bigint,
    further varchar
);
-- Calling rules that the campaign keeps; nil for none.
alter table campaign add column if not exists rules_id uuid not null default '00000000-0000-0000-0000-000000000000';
