-- Inputs that carried a trigger, kept for people.
create table screened (
    id bigint generated always as identity primary key,
    model text not null,
    request_id text not null,
    code text not null,
    answer text not null,
    shadow boolean not null,
    reason text not null,
    triggers text not null,
    happened timestamptz not null default now()
);
create index screened_model on screened (model, id);
