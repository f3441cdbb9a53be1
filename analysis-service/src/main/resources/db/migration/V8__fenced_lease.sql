-- Rights that one replica has at a time. Each that is taken has a higher epoch than all before, so that what its holder
-- writes after he lost it can be told.
create sequence lease_epoch;
create table lease (
    name text primary key,
    owner text not null,
    epoch bigint not null,
    until timestamptz not null
);
