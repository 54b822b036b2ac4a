-- chronology_between(from_day, to_day): Events that can have taken place on a day from one day to another, both included.
-- `is_sure`: it cannot have been outside. Events that can lie outside as well are there, too, with their whole interval;
-- those of which no day is known are not.
-- Example: `from chronology_between('2025-08-01', '2025-08-31') where is_sure`
select
    days_in_words(e.first_day, e.last_day, e.precision) as days,
    coalesce(
        (e.first_day >= from_day::date and e.last_day <= to_day::date)
        -- a stretch with a core: it surely filled the days from its latest begin to its earliest end
        or (e.begin_last_day <= e.end_first_day
            and e.begin_last_day <= to_day::date
            and e.end_first_day >= from_day::date),
        false
    ) as is_sure,
    e.label,
    e.status,
    e.place,
    e.source_count as sources,
    e.has_conflict,
    e.first_day,
    e.last_day,
    e.precision,
    e.interval_kind,
    e.event_id,
    e.event_type,
    e.actors
from events as e
where (e.first_day <= to_day::date or e.first_day is null)
    and (e.last_day >= from_day::date or e.last_day is null)
    and e.sort_day is not null
    and e.day_role <> 'status'
order by e.sort_day, e.first_day nulls first, e.last_day nulls last, e.label, e.event_id
