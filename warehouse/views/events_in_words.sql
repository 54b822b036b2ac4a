-- Every event with its days in words, in no order: what the chronologies are made of. Days on which something was only
-- called off are not the event's own and not shown; `days` says in words what first_day and last_day say in dates.
-- Example: `select days, label from events_in_words where event_type = 'CONSULT'`
select
    case
        when e.day_role = 'status' then 'no day'
        else days_in_words(e.first_day, e.last_day, e.precision)
    end as days,
    case when e.day_role = 'status' then 'open' else e.precision end as precision,
    e.label,
    e.status,
    e.place,
    e.source_count as sources,
    e.has_conflict,
    case when e.day_role = 'status' then null else e.first_day end as first_day,
    case when e.day_role = 'status' then null else e.last_day end as last_day,
    e.interval_kind,
    e.event_id,
    e.event_type,
    e.actors,
    e.place_id,
    e.country_code,
    e.sort_day
from events as e
