-- Planned, in the present or future tense, for a day before its own article's publication. A plan that is told of in the
-- past ("had been due on", "would be held") or that lies more than a year back is history, not stale; one day is allowed
-- for the date line.
select
    coalesce(m.time_expression_id, m.mention_id) as finding,
    'info' as severity,
    v.event_id,
    m.article_id,
    'planned for ' || m.told_last_day::varchar || ', but published on ' || a.published_day::varchar as summary,
    row_number() over (
        partition by coalesce(m.time_expression_id, m.mention_id) order by m.start_offset, m.mention_id
    ) - 1 as position_number,
    m.article_id as evidence_article_id,
    m.mention_id,
    m.start_offset,
    m.end_offset
from event_mentions as m
join articles as a using (article_id)
left join evidence as v using (mention_id)
where m.status = 'planned'
    and m.precision in ('day', 'week')
    and m.told_last_day < a.published_day - 1
    and m.told_last_day > a.published_day - 366
    and not regexp_matches(
        m.sentence,
        '\b(was|were|been|being)\s+(\w+\s+){0,2}(due|to|set|scheduled|slated|planned|expected|supposed|meant|announced)\b',
        'i'
    )
    and not regexp_matches(m.sentence, '\b(would|had)\b', 'i')
    and a.is_latest
    and a.duplicate_of is null
order by finding, position_number
