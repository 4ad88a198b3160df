-- Lists that were deleted, while their targets are being removed. Once nothing kept the targets out of the file but a state.

create table if not exists target_removal (
    outdial_id uuid primary key
);

merge into target_removal (outdial_id) key (outdial_id)
    select id from outdial where deleted_at < 253370764800000000;

delete from target where state = 5;
