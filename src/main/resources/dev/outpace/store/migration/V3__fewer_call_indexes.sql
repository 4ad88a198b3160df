-- Each index costs every launch a page of the file. Calls of one target are never asked for, and the unfinished ones of an
-- opening are found from the newest back.

drop index campaign_call_status;
drop index campaign_call_target;
