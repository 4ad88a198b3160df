-- Where a real exchange rings an agent, such as PJSIP/agent101; null where no phone is known.
alter table agent add column if not exists phone varchar(221);
