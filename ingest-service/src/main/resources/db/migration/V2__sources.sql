-- Sources whose new samples are not taken as they come: they wait for a healthy scan, or are blocked.
create table source_trust (
    dataset text not null,
    source text not null,
    state text not null,
    reason text not null,
    actor text not null,
    changed timestamptz not null default now(),
    primary key (dataset, source)
);
