-- Findings that are errors or warnings and not acknowledged, one row per quote: sentences that cannot all be true.
-- Example: `from contradictions where source_name = 'Reuters'`
select
    f.finding_id,
    f.check_name,
    f.severity,
    f.summary,
    f.label,
    f.position_number,
    f.quote,
    f.source_name,
    f.source_uri,
    f.published_day,
    f.event_id,
    f.article_id,
    f.mention_id
from quoted_findings as f
where f.severity in ('error', 'warning') and not f.is_acknowledged
order by f.severity, f.check_name, f.finding_id, f.position_number
