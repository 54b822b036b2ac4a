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
    c.days,
    parts.roles,
    c.label,
    c.status,
    c.place,
    c.sources,
    c.has_conflict,
    c.first_day,
    c.last_day,
    c.precision,
    c.interval_kind,
    c.event_id,
    c.event_type,
    c.actors
from events_in_words as c
join parts using (event_id)
order by c.sort_day nulls last, c.first_day nulls first, c.last_day nulls last, c.label, c.event_id
