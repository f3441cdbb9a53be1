-- Which data set and model a scan is of, to find the scans before it.
alter table scan add column dataset text generated always as (plan::json ->> 'dataset') stored;
alter table scan add column model text generated always as (plan::json ->> 'model') stored;
create index scan_by_dataset on scan (dataset, model, finished);
