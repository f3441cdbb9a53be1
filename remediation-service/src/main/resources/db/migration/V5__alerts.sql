-- What each scan said, and whether the policy wanted to hear of it then.
create table scan_alert (
    scan_id text primary key,
    dataset text not null,
    model text not null,
    change text not null,
    raised boolean not null,
    finished timestamptz not null,
    seq bigint generated always as identity
);
create index scan_alert_latest on scan_alert (dataset, model, finished);
