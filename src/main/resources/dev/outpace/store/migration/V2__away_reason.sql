-- What an agent is away for; it means something while the status is away.
alter table agent add column if not exists away_reason varchar(10) default 'BREAK' not null;
