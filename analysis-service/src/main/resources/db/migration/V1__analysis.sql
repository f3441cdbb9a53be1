create table outbox (
    id bigint generated always as identity primary key,
    topic text not null,
    key text not null,
    payload text not null,
    created timestamptz not null default now(),
    sent timestamptz
);
create index outbox_unsent on outbox (id) where sent is null;

create table scan (
    id text primary key,
    plan text not null,
    state text not null,
    stage text not null,
    done int not null,
    total int not null,
    verdict text,
    report text,
    ordered timestamptz not null default now(),
    finished timestamptz
);

-- Where the vectors of each chunk lie in the log; duplicates of a chunk are not counted.
create table arrival (
    scan_id text not null,
    chunk int not null,
    partition int not null,
    log_offset bigint not null,
    primary key (scan_id, chunk)
);
