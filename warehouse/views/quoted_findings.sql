-- Every finding with its quotes, one row per quote: what `dateline check` prints. Acknowledged ones are marked, not left out.
-- Example: `from quoted_findings where severity = 'error'`
select
    f.finding_id,
    f.check_name,
    f.severity,
    f.is_acknowledged,
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
left join finding_evidence as q using (finding_id)
left join events as e using (event_id)
left join articles as a on a.article_id = q.article_id
order by
    f.is_acknowledged, list_position(['error', 'warning', 'info'], f.severity), f.check_name, f.finding_id, q.position_number
