create table model_evidence (
    case_id text not null references remediation_case (id),
    attempt int not null,
    bom text not null,
    signature text,
    created timestamptz not null default now(),
    primary key (case_id, attempt)
);
