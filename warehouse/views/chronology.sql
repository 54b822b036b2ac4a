-- Every event in the order of its days: what a chronicler would print. Days on which something was only called off are not shown
-- as the event's own.
select
    case when e.day_role = 'status' then null else e.first_day end as first_day,
    case when e.day_role = 'status' then null else e.last_day end as last_day,
    e.precision,
    e.label,
    e.status,
    e.place,
    e.source_count,
    e.has_conflict,
    e.event_id
from events as e
order by e.sort_day, e.first_day, e.last_day, e.label, e.event_id
