-- Who met whom how often, and how: one row for two parties and a form of meeting (visit, call, summit, ...; empty where it
-- is not told), the most frequent first. Only consultations that occurred. All of them lie between earliest_day and
-- latest_day; `first_meeting` and `last_meeting` are their days in words.
-- Example: `from who_met_whom where 'Vladimir Putin' in (actor_1, actor_2)`
with meetings as (
    select
        e.event_id,
        e.event_mode,
        e.first_day,
        e.last_day,
        e.sort_day,
        days_in_words(e.first_day, e.last_day, e.precision) as days
    from events as e
    where e.event_type = 'CONSULT' and e.status = 'occurred'
),
parties as (
    select distinct p.event_id, p.actor_id, a.name
    from event_participants as p
    join actors as a using (actor_id)
    where p.event_id in (select m.event_id from meetings as m)
)
select
    one.name as actor_1,
    other.name as actor_2,
    m.event_mode,
    count(*)::integer as meeting_count,
    coalesce(arg_min(m.days, m.sort_day), 'no day') as first_meeting,
    coalesce(arg_max(m.days, m.sort_day), 'no day') as last_meeting,
    min(m.first_day) as earliest_day,
    max(m.last_day) as latest_day,
    one.actor_id as actor_1_id,
    other.actor_id as actor_2_id
from meetings as m
join parties as one using (event_id)
join parties as other on other.event_id = m.event_id and (one.name, one.actor_id) < (other.name, other.actor_id)
group by one.name, other.name, m.event_mode, one.actor_id, other.actor_id
order by meeting_count desc, actor_1, actor_2, m.event_mode, actor_1_id, actor_2_id
