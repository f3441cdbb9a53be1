-- Scans that come by themselves. A run is due at next_run; what was missed while nothing ran is caught up once.
create table schedule (
    name text primary key,
    dataset text not null,
    model text not null,
    cron text,
    every_seconds bigint,
    zone text not null,
    sample text,
    paused boolean not null default false,
    next_run timestamptz not null,
    runs bigint not null default 0,
    last_run timestamptz,
    last_scan text,
    note text,
    actor text not null,
    created timestamptz not null default now()
);

-- What a scan cost: the base of estimates.
alter table scan_order add column samples int;
alter table scan_order add column finished timestamptz;
