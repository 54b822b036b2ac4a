-- Who told of an event first, for events that at least two independent sources tell of. `is_sure`: no other can have been
-- as early; else the days of some article are not known exactly, or two came on one day. `lead_days`: days until the
-- next, at least.
-- Example: `select source, count(*) from first_to_report where is_sure group by source`
with shared as (
    -- most events are told of once: what follows need not look at these
    select event_id
    from evidence
    group by event_id
    having count(*) > 1
),
reports as (
    select
        v.event_id,
        a.source_family,
        min(coalesce(a.published_day, a.reference_first_day)) as first_day,
        min(coalesce(a.published_day, a.reference_last_day)) as last_day,
        arg_min(coalesce(a.source_name, a.source_uri), coalesce(a.published_day, a.reference_last_day)) as source,
        arg_min(a.source_uri, coalesce(a.published_day, a.reference_last_day)) as source_uri
    from evidence as v
    join event_mentions as m using (mention_id)
    join articles as a using (article_id)
    where a.is_latest and v.event_id in (select event_id from shared)
    group by v.event_id, a.source_family
    having last_day is not null
),
ranked as (
    select
        *,
        row_number() over (partition by event_id order by last_day, first_day nulls last, source_family) as place_number,
        count(*) over (partition by event_id) as source_count
    from reports
),
others as (
    select event_id, bool_or(first_day is null) as has_open_day, min(first_day) as next_day
    from ranked
    where place_number > 1
    group by event_id
)
select
    e.label,
    r.source,
    days_in_words(r.first_day, r.last_day, 'range') as reported,
    r.last_day < o.next_day and not o.has_open_day as is_sure,
    case when r.last_day < o.next_day and not o.has_open_day then o.next_day - r.last_day end::integer as lead_days,
    r.source_count::integer as sources,
    r.first_day as reported_first_day,
    r.last_day as reported_last_day,
    r.source_uri,
    r.event_id
from ranked as r
join others as o using (event_id)
join events as e using (event_id)
where r.place_number = 1
order by e.sort_day nulls last, e.label, r.event_id
