-- Events that were announced and of which no article has told what became of them: planned, proposed, conditional,
-- postponed or rumored. `days` says in words what first_day and last_day say in dates; a day on which something was only
-- put off is not the event's own and not shown. `is_overdue`: the planned days lie before the newest article's day.
-- Example: `from open_plans where is_overdue`
with newest as (
    select max(coalesce(published_day, reference_last_day)) as newest_day
    from articles
)
select
    case
        when e.day_role = 'status' then 'no day'
        else days_in_words(e.first_day, e.last_day, e.precision)
    end as days,
    e.label,
    e.status,
    e.actors,
    e.place,
    coalesce(e.day_role <> 'status' and e.last_day < newest.newest_day, false) as is_overdue,
    case when e.day_role = 'status' then null else e.first_day end as first_day,
    case when e.day_role = 'status' then null else e.last_day end as last_day,
    case when e.day_role = 'status' then 'open' else e.precision end as precision,
    e.last_reported_day,
    e.source_count as sources,
    e.event_id
from events as e
cross join newest
where e.status in ('planned', 'proposed', 'conditional', 'postponed', 'rumored')
order by first_day nulls last, last_day nulls last, e.label, e.event_id
