-- No interval of days ends before it begins, and the core of a stretch lies in its hull.
with intervals as (
    select 'event_mentions' as table_name, mention_id as id, first_day, last_day, begin_last_day, end_first_day
    from event_mentions
    union all
    select 'event_mentions (told)', mention_id, told_first_day, told_last_day, null, null
    from event_mentions
    union all
    select 'events', event_id, first_day, last_day, begin_last_day, end_first_day
    from events
    union all
    select 'events (status)', event_id, status_first_day, status_last_day, null, null
    from events
    union all
    select 'event_status', mention_id, first_day, last_day, null, null
    from event_status
    union all
    select 'time_expressions', time_expression_id, first_day, last_day, null, null
    from time_expressions
    union all
    select 'articles (reference)', article_id, reference_first_day, reference_last_day, null, null
    from articles
    union all
    select 'count_claims', mention_id, window_first_day, window_last_day, null, null
    from count_claims
)
select table_name, id, first_day, last_day
from intervals
where last_day < first_day or begin_last_day < first_day or last_day < end_first_day
