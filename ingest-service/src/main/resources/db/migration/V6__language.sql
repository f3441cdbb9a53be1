-- The programming language of a sample, and of the samples of a data set that name none.
alter table dataset add column language text;
alter table sample add column language text;
