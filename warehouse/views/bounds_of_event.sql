-- Every bound on the days of each event, with the words behind it. `first_day` and `last_day` when the bound gives days, else
-- `min_days` to `max_days` from one happening to the other; set aside when contradicted and least trusted.
-- Example: `from bounds_of_event where event_id = '1f0c'`
with nodes as (
    select 'origin' as node_id, 'the origin' as node_name, null as event_id
    union all
    select event_id || side.suffix, label || side.words, event_id
    from events
    cross join (values ('.first', ', begin'), ('.last', ', end')) as side (suffix, words)
    union all
    select m.mention_id || side.suffix, '“' || m.trigger || '”' || side.words, v.event_id
    from event_mentions as m
    left join evidence as v using (mention_id)
    cross join (values ('.first', ', begin'), ('.last', ', end')) as side (suffix, words)
    union all
    select article_id, 'the day on which ' || source_uri || ' speaks', null
    from articles
    union all
    select 'monday:' || article_id, 'the Monday of the week in which ' || source_uri || ' speaks', null
    from articles
),
concerned as (
    select b.bound_id, v.event_id
    from day_bounds as b
    join evidence as v on v.mention_id = b.mention_id
    union
    select b.bound_id, n.event_id
    from day_bounds as b
    join nodes as n on n.node_id in (b.left_id, b.right_id)
    where n.event_id is not null
)
select
    c.event_id,
    b.is_set_aside,
    coalesce(l.node_name, b.left_id) as left_name,
    coalesce(r.node_name, b.right_id) as right_name,
    b.min_days,
    b.max_days,
    case when b.left_id = 'origin' then date '1970-01-01' + b.min_days end as first_day,
    case when b.left_id = 'origin' then date '1970-01-01' + b.max_days end as last_day,
    b.reason,
    a.source_uri,
    m.sentence,
    b.mention_id,
    b.article_id,
    b.bound_id
from concerned as c
join day_bounds as b using (bound_id)
left join nodes as l on l.node_id = b.left_id
left join nodes as r on r.node_id = b.right_id
left join event_mentions as m on m.mention_id = b.mention_id
left join articles as a on a.article_id = b.article_id
order by c.event_id, b.is_set_aside, a.source_uri, b.bound_id
