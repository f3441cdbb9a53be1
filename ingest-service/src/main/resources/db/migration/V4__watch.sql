-- How far into the data a scan of everything, or of what is new, came: what is new lies behind it.
alter table scan_order add column last_seq bigint;
create index sample_by_arrival on sample (dataset, seq);
create index scan_sample_by_sample on scan_sample (sample_id);
