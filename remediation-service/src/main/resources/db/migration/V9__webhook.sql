-- Events on their way to the webhook; what has been delivered is deleted.
create table webhook_delivery (
    id text primary key,
    seq bigint generated always as identity,
    type text not null,
    subject text not null,
    dataset text not null,
    body text not null,
    state text not null default 'waiting',
    tries int not null default 0,
    next_try timestamptz not null,
    fault text,
    created timestamptz not null default now()
);
create index webhook_delivery_due on webhook_delivery (next_try) where state = 'waiting';
