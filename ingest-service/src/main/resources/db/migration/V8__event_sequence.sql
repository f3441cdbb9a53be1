-- The last event that was heard of each: an older one that comes again changes nothing.
alter table sample add column sequence bigint;
alter table model_alias add column sequence bigint;
