-- status_as_of(day): What could be known of each event on that day: the latest status that surely held or had been
-- reported by then, since when, and which others can have begun to hold (`possible_status`). An event of which nothing
-- could be known is absent.
-- Example: `from status_as_of('2025-11-05')`
with told as (
    select
        s.event_id,
        s.status,
        s.first_day,
        s.last_day,
        s.mention_id,
        s.attributed_to,
        -- the words may be read later, but what they tell was to be known by the last day on which it can have begun
        least(s.reported_first_day, s.last_day) as known_day,
        coalesce(s.first_day, s.reported_first_day) as possible_day
    from event_status as s
),
known as (
    select *
    from told
    where known_day <= day::date
),
-- from when on it could be known that the event took place, or was planned or called off
turning as (
    select
        event_id,
        min(known_day) filter (where status in ('occurred', 'ongoing')) as happened_day,
        min(known_day) filter (where status in ('canceled', 'postponed', 'planned')) as settled_day
    from known
    group by event_id
),
-- how many independent sources had told by then that it took place, and that it did not
weighed as (
    select
        k.event_id,
        count(distinct a.source_family) filter (where k.status in ('occurred', 'ongoing')) as happened_count,
        count(distinct a.source_family) filter (
            where k.status in ('canceled', 'postponed', 'negated', 'denied')
        ) as off_count
    from known as k
    left join event_mentions as m using (mention_id)
    left join articles as a using (article_id)
    group by k.event_id
),
-- a mere plan, wish or denial that is told later does not unmake what happened, nor a wish what was called off
standing as (
    select k.*
    from known as k
    join turning as t using (event_id)
    join weighed as w using (event_id)
    where not coalesce(
            t.happened_day < k.known_day
            and k.status in ('planned', 'proposed', 'conditional', 'rumored', 'denied', 'postponed'),
            false)
        and not coalesce(
            t.settled_day < k.known_day and k.status in ('proposed', 'conditional', 'rumored'),
            false)
        -- nor does an odd word undo what three times as many sources tell
        and not (
            k.status in ('canceled', 'postponed', 'negated', 'denied')
            and w.happened_count >= 3
            and w.happened_count >= 3 * w.off_count
        )
),
ranked as (
    select
        *,
        row_number() over (
            partition by event_id
            order by
                known_day desc,
                list_position(
                    ['occurred', 'ongoing', 'canceled', 'negated', 'denied', 'postponed', 'planned', 'rumored',
                     'proposed', 'conditional'],
                    status
                ),
                mention_id
        ) as place_number
    from standing
)
select
    r.event_id,
    e.label,
    r.status,
    r.first_day as status_first_day,
    r.last_day as status_last_day,
    r.known_day,
    r.attributed_to,
    (
        select string_agg(distinct t.status, ', ' order by t.status)
        from told as t
        where t.event_id = r.event_id
            and t.status <> r.status
            and t.known_day > day::date
            and t.possible_day <= day::date
    ) as possible_status,
    r.mention_id
from ranked as r
join events as e using (event_id)
where r.place_number = 1
order by e.sort_day nulls last, e.label, r.event_id
