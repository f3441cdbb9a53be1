-- What orders events about the same thing: above all that was given before, and by the clock where that has gone on, so
-- that a database that was put back to an earlier point does not give numbers that others have heard already.
create sequence event_sequence;
create function next_event() returns bigint language sql as $$
    select setval('event_sequence',
        greatest(nextval('event_sequence'), (extract(epoch from clock_timestamp()) * 1000000)::bigint))
$$;
