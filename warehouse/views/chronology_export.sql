-- The chronology as one flat table for a spreadsheet or another program: one row an event, with the sentence that speaks
-- best for it (it tells the status that the event has, in no copy, earliest), its source and address. `is_one_day` is
-- false where the days are wide: such an event must not be put on its first day. Events that were only called off have
-- no days of their own.
-- Example: `select label, days, quote, source from chronology_export where is_one_day`
with told as (
    select
        v.event_id,
        m.mention_id,
        -- one number for what matters most: the same status, then a day that is told, then no copy
        (m.status <> e.status)::integer * 4
            + (m.time_text is null)::integer * 2
            + (a.duplicate_of is not null)::integer as demerits,
        coalesce(a.published_day, a.reference_last_day) as reported_day
    from evidence as v
    join event_mentions as m using (mention_id)
    join articles as a using (article_id)
    join events as e on e.event_id = v.event_id
),
best as (
    select event_id, mention_id
    from told
    qualify row_number() over (partition by event_id order by demerits, reported_day nulls last, mention_id) = 1
)
select
    case
        when e.day_role = 'status' then 'no day'
        else days_in_words(e.first_day, e.last_day, e.precision)
    end as days,
    e.label,
    e.status,
    e.event_type,
    e.event_mode,
    e.cameo_code,
    case when e.day_role = 'status' then null else e.first_day end as first_day,
    case when e.day_role = 'status' then null else e.last_day end as last_day,
    case when e.day_role = 'status' then 'open' else e.precision end as precision,
    coalesce(e.first_day = e.last_day, false) and e.day_role <> 'status' as is_one_day,
    e.interval_kind,
    case when e.day_role = 'status' then null else e.edtf end as edtf,
    case when e.day_role = 'status' then e.status_first_day end as called_off_first_day,
    case when e.day_role = 'status' then e.status_last_day end as called_off_last_day,
    e.actor_1,
    e.actor_2,
    e.actors,
    e.place,
    e.country_code,
    e.latitude,
    e.longitude,
    e.source_count,
    e.article_count,
    e.mention_count,
    e.first_reported_day,
    e.last_reported_day,
    e.has_conflict,
    m.sentence as quote,
    coalesce(a.source_name, a.source_uri) as source,
    case when starts_with(a.source_uri, 'http') then a.source_uri end as url,
    a.source_uri,
    a.title,
    a.published_day,
    m.date_rule,
    m.explanation,
    m.mention_id,
    e.place_id,
    e.sort_day,
    e.event_id
from events as e
left join best on best.event_id = e.event_id
left join event_mentions as m on m.mention_id = best.mention_id
left join articles as a on a.article_id = m.article_id
order by e.sort_day nulls last, first_day nulls first, last_day nulls last, e.label, e.event_id
