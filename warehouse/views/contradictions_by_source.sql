-- How often each source stands in a contradiction that nobody has acknowledged, by kind of contradiction, and against
-- which other sources; a source that contradicts itself stands against itself. The most often concerned source first.
-- Example: `from contradictions_by_source where severity = 'error'`
with quotes as (
    select distinct
        f.finding_id,
        f.check_name,
        f.severity,
        coalesce(a.source_name, a.source_uri) as source,
        q.article_id
    from findings as f
    join finding_evidence as q using (finding_id)
    join articles as a on a.article_id = q.article_id
    where f.severity in ('error', 'warning') and not f.is_acknowledged
),
against as (
    select one.source, one.check_name, string_agg(distinct other.source, '; ' order by other.source) as other_sources
    from quotes as one
    join quotes as other on other.finding_id = one.finding_id and other.article_id <> one.article_id
    group by one.source, one.check_name
)
select
    q.source,
    q.check_name,
    q.severity,
    count(distinct q.finding_id)::integer as finding_count,
    count(distinct q.article_id)::integer as article_count,
    coalesce(g.other_sources, q.source) as against_sources
from quotes as q
left join against as g on g.source = q.source and g.check_name = q.check_name
group by q.source, q.check_name, q.severity, g.other_sources
order by sum(finding_count) over (partition by q.source) desc, q.source, finding_count desc, q.check_name, q.severity
