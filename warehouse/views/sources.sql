-- Every article in the order of its day: when it was published and how that is known, the days its words speak from, what
-- it gave, and whether it counts as a source of its own.
-- Example: `from sources where error_count > 0`
with mentions as (
    select article_id, count(*) as mention_count
    from event_mentions
    group by article_id
),
conflicts as (
    select q.article_id, count(distinct q.finding_id) as error_count
    from finding_evidence as q
    join findings as f using (finding_id)
    where f.severity = 'error' and not f.is_acknowledged
    group by q.article_id
)
select
    a.source_uri,
    a.source_name,
    a.title,
    a.published_day,
    a.published_method,
    a.masthead_day,
    a.masthead_verdict,
    a.reference_first_day,
    a.reference_last_day,
    a.reference_method,
    a.reference_explanation,
    a.language,
    a.is_latest,
    a.duplicate_of is not null as is_copy,
    coalesce(m.mention_count, 0) as mention_count,
    coalesce(c.error_count, 0) as error_count,
    a.article_id
from articles as a
left join mentions as m using (article_id)
left join conflicts as c using (article_id)
order by coalesce(a.published_day, a.reference_first_day) nulls last, a.source_uri, a.article_id
