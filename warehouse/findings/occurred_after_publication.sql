-- Told as past, dated after the article's publication. One day is allowed for, since a publisher and an event can be on
-- two sides of the date line; a page that was updated later may well tell of later days. Only days and weeks count that are
-- told by a number or a weekday (holidays are often named without being dated) in a clause about the past, in sentences
-- without a word of what is to come: such a word may own the date.
with updated as (
    select article_id, max(local_day) as updated_day
    from article_dates
    where role = 'updated' and verdict <> 'rejected'
    group by article_id
)
select
    coalesce(m.time_expression_id, m.mention_id) as finding,
    'error' as severity,
    v.event_id,
    m.article_id,
    'told as past for ' || m.told_first_day::varchar || ', but published on ' || a.published_day::varchar as summary,
    row_number() over (
        partition by coalesce(m.time_expression_id, m.mention_id) order by m.start_offset, m.mention_id
    ) - 1 as position_number,
    m.article_id as evidence_article_id,
    m.mention_id,
    m.start_offset,
    m.end_offset
from event_mentions as m
join articles as a using (article_id)
left join updated as u using (article_id)
left join evidence as v using (mention_id)
left join time_expressions as x on x.time_expression_id = m.time_expression_id
where m.status = 'occurred'
    and m.day_role = 'event'
    and m.told_first_day > a.published_day + 1
    and m.precision in ('day', 'week')
    and regexp_matches(m.time_text, '\d|day\b', 'i')
    -- a date right before a noun ("the Nov. 4 election") names it and tells nothing of it
    and not regexp_matches(m.sentence, '\bthe ' || regexp_escape(m.time_text) || ' (\S+ ){0,2}' || regexp_escape(m.trigger))
    and not coalesce(m.start_offset - x.end_offset between 0 and 2, false)
    -- a day further ahead, told without its year, rather is that of another year
    and (m.told_first_day <= a.published_day + 10 or regexp_matches(m.time_text, '\d{4}'))
    and contains(m.explanation, 'in a clause about the past')
    and not regexp_matches(
        m.sentence,
        '\b(will|would|shall|due|scheduled|slated|planned|planning|plans?|expected|upcoming|next|until|deadline|ahead of|before the|set (for|to))\b',
        'i'
    )
    and coalesce(m.told_first_day > u.updated_day, true)
    and a.is_latest
    and a.duplicate_of is null
order by finding, position_number
