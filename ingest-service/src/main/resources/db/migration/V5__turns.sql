-- When a scan was let run: only so many run at once. Those from before were.
alter table scan_order add column admitted timestamptz;
update scan_order set admitted = created;
