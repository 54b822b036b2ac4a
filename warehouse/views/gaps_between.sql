-- gaps_between(events_of_it, least_days): Stretches of at least so many days on which no event of a story is known or can
-- lie, between one that took place and the next; the story is a list of event ids. Events that are dated on one side only
-- are left out: they could lie anywhere.
-- Example: `from gaps_between((select list(event_id) from chronology where label like '%talks%'), 7)`
with told as (
    select c.first_day, c.last_day, c.label, c.event_id
    from events_in_words as c
    where c.event_id in (select unnest(events_of_it))
        and c.status in ('occurred', 'ongoing') and c.first_day is not null and c.last_day is not null
),
ordered as (
    select
        *,
        max(last_day) over before_it as covered_until,
        arg_max(label, last_day) over before_it as label_before,
        arg_max(event_id, last_day) over before_it as event_before
    from told
    window before_it as (
        order by first_day, last_day, event_id rows between unbounded preceding and 1 preceding
    )
)
select
    covered_until + 1 as first_day,
    first_day - 1 as last_day,
    (first_day - covered_until - 1)::integer as day_count,
    label_before,
    label as label_after,
    event_before as event_id_before,
    event_id as event_id_after
from ordered
where first_day - covered_until - 1 >= greatest(least_days, 1)
order by first_day
