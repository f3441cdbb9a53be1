-- What each promotion replaced, and what promotions and rollbacks have left in production.
alter table remediation_case add column replaced_version int;

create table production (
    model text primary key,
    version int not null
);
insert into production (model, version)
select distinct on (c.model) c.model, case s.state when 'promoted' then c.healed_version else c.version end
from case_step s
join remediation_case c on c.id = s.case_id
where s.state = 'rolled-back' or (s.state = 'promoted' and c.healed_version is not null)
order by c.model, s.id desc;
