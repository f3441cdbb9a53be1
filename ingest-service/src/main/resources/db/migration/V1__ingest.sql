create table outbox (
    id bigint generated always as identity primary key,
    topic text not null,
    key text not null,
    payload text not null,
    created timestamptz not null default now(),
    sent timestamptz
);
create index outbox_unsent on outbox (id) where sent is null;

create table dataset (
    name text primary key,
    labels text,
    created timestamptz not null default now()
);

create table sample (
    seq bigint generated always as identity unique,
    id text primary key,
    dataset text not null,
    external_id text,
    code text not null,
    label text not null,
    source text,
    split text not null,
    state text not null default 'accepted',
    reason text,
    created timestamptz not null default now()
);
create index sample_by_dataset on sample (dataset, split, state, id);
create index sample_by_source on sample (dataset, source);

-- How far kenshin.samples has been written here: part of the same transaction as the samples.
create table materialised (
    partition int primary key,
    next_offset bigint not null
);

create table model_version (
    model text not null,
    version int not null,
    directory text not null,
    base text,
    labels text not null,
    architecture text not null,
    layers int not null,
    origin text not null,
    created timestamptz not null default now(),
    primary key (model, version)
);
create unique index model_version_origin on model_version (model, origin);

create table model_alias (
    model text not null,
    alias text not null,
    version int not null,
    moved timestamptz not null default now(),
    primary key (model, alias)
);

create table scan_order (
    id text primary key,
    dataset text not null,
    model text not null,
    version int not null,
    sample text,
    state text not null,
    detail text,
    created timestamptz not null default now()
);

create table scan_sample (
    scan_id text not null references scan_order (id),
    position int not null,
    sample_id text not null,
    primary key (scan_id, position)
);
