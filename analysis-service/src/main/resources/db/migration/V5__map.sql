-- The map of a scan's samples in the plane, as JSON.
create table scan_map (
    scan_id text primary key references scan (id) on delete cascade,
    dataset text not null,
    model text not null,
    points text not null,
    created timestamptz not null default now()
);
create index scan_map_last on scan_map (dataset, model, created);
