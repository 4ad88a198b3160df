-- What an outplan does by the cause of a failed try.
alter table outplan add column if not exists retry varchar;
