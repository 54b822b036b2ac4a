-- Every event rests on at least one claim, and no claim on two events.
select 'event without a claim' as problem, event_id as id
from events
where event_id not in (select event_id from evidence)
union all
select 'claim of two events', mention_id
from evidence
group by mention_id
having count(*) > 1
