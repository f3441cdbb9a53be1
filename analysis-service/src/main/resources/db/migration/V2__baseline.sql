-- A choice of vectors of the last healthy scan of a data set with a model, to compare later ones with.
create table baseline (
    dataset text not null,
    model text not null,
    scan_id text not null,
    layers text not null,
    labels text not null,
    vectors bytea not null,
    primary key (dataset, model)
);
