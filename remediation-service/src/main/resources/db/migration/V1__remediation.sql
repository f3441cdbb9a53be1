create table outbox (
    id bigint generated always as identity primary key,
    topic text not null,
    key text not null,
    payload text not null,
    created timestamptz not null default now(),
    sent timestamptz
);
create index outbox_unsent on outbox (id) where sent is null;

create table finding (
    scan_id text not null,
    sample_id text not null,
    data text not null,
    primary key (scan_id, sample_id)
);

create table scan_end (
    scan_id text primary key,
    verdict text not null,
    summary text not null
);

create table remediation_case (
    id text primary key,
    scan_id text not null unique,
    dataset text not null,
    model text not null,
    version int not null,
    directory text not null,
    labels text not null,
    triggers text not null,
    state text not null,
    detail text not null,
    attempt int not null default 0,
    strategy text,
    healed_version int,
    healed_directory text,
    rescan_id text,
    figures text not null default '{}',
    opened timestamptz not null default now()
);

create table case_sample (
    case_id text not null references remediation_case (id),
    sample_id text not null,
    external_id text,
    decision text not null,
    state text not null,
    reason text,
    primary key (case_id, sample_id)
);

create table case_step (
    id bigint generated always as identity primary key,
    case_id text not null references remediation_case (id),
    state text not null,
    detail text not null,
    happened timestamptz not null default now()
);
