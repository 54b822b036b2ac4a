-- Findings that are errors or warnings and not acknowledged, one row per quote: sentences that cannot all be true.
select
    f.finding_id,
    f.check_name,
    f.severity,
    f.summary,
    e.label,
    q.position_number,
    q.quote,
    a.source_name,
    a.source_uri,
    a.published_day,
    f.event_id,
    q.article_id,
    q.mention_id
from findings as f
join finding_evidence as q using (finding_id)
left join events as e using (event_id)
left join articles as a on a.article_id = q.article_id
where f.severity in ('error', 'warning') and not f.is_acknowledged
order by f.severity, f.check_name, f.finding_id, q.position_number
