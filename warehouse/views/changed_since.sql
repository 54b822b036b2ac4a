-- changed_since(from_day): What came to be known from a day on: events told of for the first time, events with another
-- status than before, and events that were told of again. A claim of an article that may be older or newer counts as newer.
-- Example: `from changed_since('2025-11-01') where change <> 'told again'`
with later as (
    select
        s.event_id,
        count(*)::integer as claim_count,
        min(s.reported_first_day) as first_day,
        max(s.reported_last_day) as last_day
    from event_status as s
    where s.reported_last_day >= from_day::date
    group by s.event_id
),
earlier as (
    select distinct s.event_id
    from event_status as s
    where s.reported_last_day < from_day::date
)
select
    case
        when b.event_id is null then 'new event'
        when w.status is distinct from e.status then 'new status'
        else 'told again'
    end as change,
    e.label,
    case when b.event_id is not null then w.status end as status_before,
    e.status as status_now,
    case
        when e.day_role = 'status' then 'no day'
        else days_in_words(e.first_day, e.last_day, e.precision)
    end as days,
    l.claim_count as new_claims,
    days_in_words(l.first_day, l.last_day, 'range') as reported,
    e.event_id
from later as l
join events as e using (event_id)
left join earlier as b using (event_id)
left join status_as_of(from_day::date - 1) as w using (event_id)
order by list_position(['new event', 'new status', 'told again'], change), e.sort_day nulls last, e.label, e.event_id
