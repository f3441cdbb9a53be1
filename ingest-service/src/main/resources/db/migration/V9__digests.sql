-- What the files of a version were when it was imported. The same directory may be imported again with other files.
alter table model_version add column digests text;
drop index model_version_origin;
create index model_version_origin on model_version (model, origin);
