-- What was called off or put off, one row an event: the days it was meant for (`old_days`), the days it was moved to
-- (`new_days`, empty where none is told or it was dropped), when that was decided, by whom, and in which words.
-- Example: `select label, old_days, new_days, quote from called_off where told_status = 'postponed'`
with claims as (
    select
        v.event_id,
        m.mention_id,
        m.status,
        m.sentence,
        m.attributed_to,
        m.told_first_day,
        m.told_last_day,
        m.precision,
        m.date_rule = 'moved_date' as is_moved_to,
        -- the day beside the calling-off is the one it was meant for, unless the words say that it was moved to it
        m.day_role = 'plan' and m.date_rule <> 'moved_date' and m.told_first_day is not null as is_old_day,
        coalesce(a.source_name, a.source_uri) as source,
        a.source_uri,
        coalesce(a.published_day, a.reference_last_day) as reported_day
    from event_mentions as m
    join evidence as v using (mention_id)
    join articles as a using (article_id)
    where v.event_id in (select s.event_id from event_status as s where s.status in ('canceled', 'postponed'))
),
-- one claim speaks for the event: the last that calls it off, rather one that names a day
spoken as (
    select *
    from claims
    where status in ('canceled', 'postponed')
    qualify row_number() over (
        partition by event_id
        order by is_old_day or is_moved_to desc, reported_day desc nulls last, mention_id
    ) = 1
),
old as (
    select
        c.event_id,
        c.told_first_day,
        c.told_last_day,
        days_in_words(c.told_first_day, c.told_last_day, c.precision) as days
    from claims as c
    join events as e using (event_id)
    where c.is_old_day
        and (c.status in ('canceled', 'postponed', 'negated')
            -- of plans those that came to nothing
            or (c.status = 'planned' and (c.told_last_day < e.first_day or c.told_first_day > e.last_day)))
    qualify row_number() over (
        partition by c.event_id
        order by c.status <> 'planned' desc, c.reported_day nulls last, c.told_first_day, c.mention_id
    ) = 1
)
select
    e.label,
    s.status as told_status,
    e.status as status_now,
    o.days as old_days,
    case
        when e.status not in ('canceled', 'denied', 'negated')
            and e.day_role <> 'status'
            and (s.is_moved_to or o.told_last_day < e.first_day or o.told_first_day > e.last_day)
            then days_in_words(e.first_day, e.last_day, e.precision)
    end as new_days,
    days_in_words(h.first_day, h.last_day, 'range') as decided_days,
    s.attributed_to,
    s.source,
    s.sentence as quote,
    s.source_uri,
    e.event_id
from spoken as s
join events as e using (event_id)
join event_status as h on h.event_id = s.event_id and h.mention_id = s.mention_id
left join old as o using (event_id)
order by e.sort_day nulls last, e.label, e.event_id
