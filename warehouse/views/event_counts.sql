-- event_counts(unit, from_day, to_day): How many events took place in each day, week, month, quarter or year, from the one
-- with from_day to the one with to_day: `surely` in it; `possibly`, which counts the sure ones, too; and `open_ended`, those
-- that are dated on one side only and can lie in it or anywhere beyond. An event that is dated to a month is sure in a count
-- by month and possible in a count by day. Only what occurred or goes on is counted.
-- Example: `from event_counts('month', '2025-01-01', '2025-12-31')`
with units as (
    select unnest(
        generate_series(date_trunc(unit, from_day::date), date_trunc(unit, to_day::date), ('1 ' || unit)::interval)
    )::date as unit_first_day
),
told as (
    select
        date_trunc(unit, e.first_day)::date as first_unit,
        date_trunc(unit, e.last_day)::date as last_unit,
        date_trunc(unit, e.begin_last_day)::date as begin_last_unit,
        date_trunc(unit, e.end_first_day)::date as end_first_unit
    from events as e
    where e.status in ('occurred', 'ongoing')
        and e.day_role = 'event'
        and e.sort_day is not null
        and (e.first_day < date_trunc(unit, to_day::date) + ('1 ' || unit)::interval or e.first_day is null)
        and (e.last_day >= date_trunc(unit, from_day::date) or e.last_day is null)
),
spans as (
    select
        greatest(coalesce(first_unit, date '-infinity'), date_trunc(unit, from_day::date)::date) as first_unit,
        least(coalesce(last_unit, date 'infinity'), date_trunc(unit, to_day::date)::date) as last_unit,
        case when first_unit is null or last_unit is null then 'open' else 'possible' end as certainty
    from told
    union all
    -- sure: on one day of one unit, or a stretch whose latest begin and earliest end leave a core
    select
        greatest(case when first_unit = last_unit then first_unit else begin_last_unit end,
                 date_trunc(unit, from_day::date)::date),
        least(case when first_unit = last_unit then last_unit else end_first_unit end,
              date_trunc(unit, to_day::date)::date),
        'sure'
    from told
    where first_unit = last_unit or begin_last_unit <= end_first_unit
),
-- +1 where a span begins, -1 in the unit after it ends: the running sum is the number of spans that cover a unit
steps as (
    select first_unit as unit_first_day, certainty, 1 as step
    from spans
    where first_unit <= last_unit
    union all
    select (last_unit + ('1 ' || unit)::interval)::date, certainty, -1
    from spans
    where first_unit <= last_unit
),
changes as (
    select
        unit_first_day,
        coalesce(sum(step) filter (where certainty = 'sure'), 0) as sure_step,
        coalesce(sum(step) filter (where certainty = 'possible'), 0) as possible_step,
        coalesce(sum(step) filter (where certainty = 'open'), 0) as open_step
    from steps
    group by unit_first_day
)
select
    u.unit_first_day,
    sum(coalesce(c.sure_step, 0)) over (order by u.unit_first_day)::integer as surely,
    sum(coalesce(c.possible_step, 0)) over (order by u.unit_first_day)::integer as possibly,
    sum(coalesce(c.open_step, 0)) over (order by u.unit_first_day)::integer as open_ended
from units as u
left join changes as c using (unit_first_day)
order by u.unit_first_day
