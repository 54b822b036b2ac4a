-- Planned, in the present or future tense, for a day before its own article's publication. A plan that is told of in the
-- past ("had been due on", "would be held") or that lies more than a year back is history, not stale; one day is allowed
-- for the date line. A day of a month without its year that is read as next year's, since nobody plans for the past, lay in
-- the weeks before the publication of this one: eleven months ahead would be told with the year.
select
    coalesce(m.time_expression_id, m.mention_id) as finding,
    'info' as severity,
    v.event_id,
    m.article_id,
    'planned for ' || (case when m.told_first_day > a.published_day then m.told_last_day - interval 1 year else m.told_last_day end)::date::varchar || ', but published on ' || a.published_day::varchar as summary,
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
    and (
        (m.told_last_day < a.published_day - 1 and m.told_last_day > a.published_day - 366)
        or (
            m.date_rule = 'date'
            and m.told_first_day = m.told_last_day
            and not regexp_matches(m.time_text, '\d{4}|next|year')
            and regexp_matches(m.time_text, '\d')
            and m.told_last_day - interval 1 year between a.published_day - 31 and a.published_day - 2
        )
    )
    and not regexp_matches(
        m.sentence,
        '\b(was|were|been|being)\s+(\w+\s+){0,2}(due|to|set|scheduled|slated|planned|expected|supposed|meant|announced)\b',
        'i'
    )
    and not regexp_matches(m.sentence, '\b(would|had)\b', 'i')
    -- words that look ahead from the day of the words; "led to" and "an initial truce" do not
    and regexp_matches(
        m.sentence,
        '\b(will|shall|(is|are) (due|to|set|scheduled|slated|planned|planning|expected|supposed|meant)|due (on|to|for)|(set|scheduled|slated|planned|plans|expected) (for|to|on)|upcoming)\b',
        'i'
    )
    and a.is_latest
    and a.duplicate_of is null
order by finding, position_number
