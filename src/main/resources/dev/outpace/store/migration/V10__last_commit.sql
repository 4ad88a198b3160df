-- The number of the last commit that wrote something: tells whether one that failed is in the file all the same.

create table if not exists last_commit (
    number bigint not null
);

insert into last_commit (number) select 0 where not exists (select 1 from last_commit);
