-- Who agrees with whom: for two sources the events that both report, and of these how many they date alike, so that both
-- can be right (`compatible`), or differently, and for how many they tell the same status. What one of them leaves
-- undated counts as neither. Copies of one story are one source and not compared.
-- Example: `from agreement_of_sources where different_days > 0`
with shared as (
    -- most events are told of once: what follows need not look at these
    select event_id
    from evidence
    group by event_id
    having count(*) > 1
),
claims as (
    select distinct
        v.event_id,
        coalesce(a.source_name, a.source_uri) as source,
        a.source_family,
        m.status,
        m.day_role,
        m.told_first_day,
        m.told_last_day
    from evidence as v
    join event_mentions as m using (mention_id)
    join articles as a using (article_id)
    where a.is_latest and v.event_id in (select event_id from shared)
),
compared as (
    select
        one.event_id,
        one.source as source_1,
        other.source as source_2,
        bool_or(one.status = other.status) as is_same_status,
        -- days can be compared when both tell some, and the same kind: of the event, of the plan, of its calling-off
        bool_or(one.told_first_day = other.told_first_day and one.told_last_day = other.told_last_day)
            filter (where one.day_role = other.day_role) as is_same_day,
        bool_or(one.told_first_day <= other.told_last_day and other.told_first_day <= one.told_last_day)
            filter (where one.day_role = other.day_role) as is_compatible
    from claims as one
    join claims as other
        on other.event_id = one.event_id and one.source < other.source and one.source_family <> other.source_family
    group by one.event_id, one.source, other.source
)
select
    source_1,
    source_2,
    count(*)::integer as shared_events,
    (count(*) filter (where is_same_day))::integer as same_days,
    (count(*) filter (where is_compatible and is_same_day is distinct from true))::integer as compatible_days,
    (count(*) filter (where not is_compatible))::integer as different_days,
    (count(*) filter (where is_same_status))::integer as same_status,
    (count(*) filter (where not is_same_status))::integer as different_status
from compared
group by source_1, source_2
order by shared_events desc, source_1, source_2
