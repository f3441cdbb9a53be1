-- What trends read of a plan and a report, taken out once: a report also holds every finding.
alter table scan add column version int generated always as ((plan::json ->> 'version')::int) stored;
alter table scan add column scored int generated always as ((report::json -> 'samples' ->> 'scored')::int) stored;
alter table scan add column shapes text generated always as ((report::json -> 'shapes')::text) stored;
alter table scan add column baseline text generated always as (report::json -> 'shapes' -> 0 ->> 'baseline') stored;
