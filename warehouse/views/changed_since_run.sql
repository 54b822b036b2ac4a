-- changed_since_run(run): What articles that arrived after a run (its id or number) tell: events that no earlier article
-- told of, and events that these tell of again, with the status they tell. `dateline diff` compares two runs exactly.
-- Example: `from changed_since_run(1)`
with arrivals as (
    select i.article_id, min(split_part(i.run_id, '-', 1)::integer) as run_number
    from ingestions as i
    where i.article_id is not null
    group by i.article_id
),
claims as (
    select
        v.event_id,
        m.status,
        coalesce(a.source_name, a.source_uri) as source,
        coalesce(r.run_number > split_part(run::varchar, '-', 1)::integer, false) as is_new
    from evidence as v
    join event_mentions as m using (mention_id)
    join articles as a using (article_id)
    left join arrivals as r on r.article_id = a.article_id
    -- only events of which an article tells that arrived later
    where v.event_id in (
        select w.event_id
        from arrivals as later
        join event_mentions as n on n.article_id = later.article_id
        join evidence as w on w.mention_id = n.mention_id
        where later.run_number > split_part(run::varchar, '-', 1)::integer
    )
),
told as (
    select
        event_id,
        bool_and(is_new) as is_new_event,
        (count(*) filter (where is_new))::integer as new_claims,
        string_agg(distinct status, ', ' order by status) filter (where is_new) as new_statuses,
        string_agg(distinct source, '; ' order by source) filter (where is_new) as new_sources
    from claims
    group by event_id
)
select
    case when t.is_new_event then 'new event' else 'told again' end as change,
    e.label,
    t.new_statuses,
    e.status as status_now,
    case
        when e.day_role = 'status' then 'no day'
        else days_in_words(e.first_day, e.last_day, e.precision)
    end as days,
    t.new_claims,
    t.new_sources,
    e.event_id
from told as t
join events as e using (event_id)
order by change, e.sort_day nulls last, e.label, e.event_id
