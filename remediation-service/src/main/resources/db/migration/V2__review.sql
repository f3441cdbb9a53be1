alter table remediation_case add column revision int not null default 0;
alter table case_step add column actor text not null default 'kenshin';
alter table case_sample add column source text;
alter table case_sample add column evidence text not null default '';

-- What people decided about samples, with what it was before, so that it can be undone.
create table case_decision (
    id bigint generated always as identity primary key,
    case_id text not null references remediation_case (id),
    action text not null,
    actor text not null,
    approver text,
    reason text not null,
    state text not null,
    before text not null,
    happened timestamptz not null default now()
);

-- Released samples: the same evidence does not raise them again.
create table release_memory (
    dataset text not null,
    sample_id text not null,
    evidence text not null,
    case_id text not null,
    primary key (dataset, sample_id, evidence)
);

create table approval (
    case_id text not null references remediation_case (id),
    attempt int not null,
    actor text not null,
    happened timestamptz not null default now(),
    primary key (case_id, attempt, actor)
);

create table policy (
    scope text primary key,
    data text not null,
    actor text not null,
    changed timestamptz not null default now()
);
