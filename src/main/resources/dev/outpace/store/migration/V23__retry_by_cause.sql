-- What an outplan does by the cause of a failed try, and the destinations of a target that such a rule has ended: bit i for destination i.
alter table outplan add column if not exists retry varchar;
alter table target add column if not exists closed_destinations tinyint not null default 0;
