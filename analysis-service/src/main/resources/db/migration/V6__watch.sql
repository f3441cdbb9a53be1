-- Scans of new samples alone: judged by what others have proven, and no point of a trend.
alter table scan add column new_only boolean generated always as
    (coalesce((plan::json ->> 'newOnly')::boolean, false)) stored;
