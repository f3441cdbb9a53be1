-- Which replica analyses a scan, and until when it need not be heard of. The version before knows nothing of it and analyses what it hears of.
alter table scan add column owner text;
alter table scan add column leased_until timestamptz;
create index scan_open on scan (ordered) where state <> 'finished';
