-- Every event in the order of its days: what a chronicler would print. Days on which something was only called off are
-- not the event's own and not shown; `days` says in words what first_day and last_day say in dates.
select
    case
        when e.day_role = 'status' or (e.first_day is null and e.last_day is null) then 'no day'
        when e.first_day = e.last_day then e.first_day::varchar
        when e.first_day is null then 'until ' || e.last_day::varchar
        when e.last_day is null then 'from ' || e.first_day::varchar
        when e.precision = 'month' then strftime(e.first_day, '%Y-%m')
        when e.precision = 'year' then strftime(e.first_day, '%Y')
        else e.first_day::varchar || ' .. ' || e.last_day::varchar
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
    e.event_id
from events as e
order by e.sort_day nulls last, first_day nulls first, last_day nulls last, e.label, e.event_id
