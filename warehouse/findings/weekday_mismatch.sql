-- The named weekday is not that date's: the words name a weekday beside a day of a month, and the calendar disagrees.
with named as (
    select
        x.*,
        regexp_extract(
            x.quote,
            '(?i)\b(mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?|[a-z]{3,9}\.?\s+\d{1,2})\b',
            1
        ) as weekday_before,
        regexp_extract(
            x.quote,
            '(?i)\b\d{1,2}(?:st|nd|rd|th)?(?:\s+(?:of\s+)?[a-z]{3,9})?(?:,?\s+\d{4})?,?\s+\(?(?:a\s+)?(mon|tues|wednes|thurs|fri|satur|sun)day\b',
            1
        ) as weekday_after
    from time_expressions as x
    where x.precision = 'day' and x.first_day = x.last_day
),
mismatched as (
    select *, coalesce(nullif(weekday_before, ''), nullif(weekday_after, '')) as weekday
    from named
    where lower(coalesce(nullif(weekday_before, ''), nullif(weekday_after, '')) || 'day') <> lower(dayname(first_day))
)
select
    x.time_expression_id as finding,
    'warning' as severity,
    v.event_id,
    x.article_id,
    x.first_day::varchar || ' is a ' || dayname(x.first_day) || ', not a ' || upper(x.weekday[1]) || lower(x.weekday[2:])
        || 'day' as summary,
    row_number() over (partition by x.time_expression_id order by m.start_offset) - 1 as position_number,
    x.article_id as evidence_article_id,
    m.mention_id,
    x.start_offset,
    x.end_offset
from mismatched as x
join articles as a using (article_id)
left join event_mentions as m on m.time_expression_id = x.time_expression_id
left join evidence as v using (mention_id)
where a.is_latest and a.duplicate_of is null
order by finding, position_number
