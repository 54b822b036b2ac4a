-- chronology_of_actor(who): The events in which an actor took part, by name, alias or id, in the order of their days, with
-- the part taken (`roles`).
-- Example: `from chronology_of_actor('Putin') where status = 'occurred'`
with parts as (
    select p.event_id, string_agg(distinct p.role, ', ' order by p.role) as roles
    from event_participants as p
    where p.actor_id in (select n.actor_id from actors_named(who) as n)
    group by p.event_id
)
select
    case
        when e.day_role = 'status' then 'no day'
        else days_in_words(e.first_day, e.last_day, e.precision)
    end as days,
    parts.roles,
    e.label,
    e.status,
    e.place,
    e.source_count as sources,
    e.has_conflict,
    case when e.day_role = 'status' then null else e.first_day end as first_day,
    case when e.day_role = 'status' then null else e.last_day end as last_day,
    e.precision,
    e.interval_kind,
    e.event_id,
    e.event_type,
    e.actors
from events as e
join parts using (event_id)
order by e.sort_day nulls last, first_day nulls first, last_day nulls last, e.label, e.event_id
