-- In which order fresh targets are called. Their next_try_at is not above 0 and holds their place in it: 0 for the oldest first.
alter table outdial add column if not exists target_order varchar(16) default 'OLDEST' not null;
-- Of the targets that are dialed while some are due again, the percentage that was never called before.
alter table campaign add column if not exists fresh_share tinyint default 50 not null;
