-- chronology_of_article(article): What one article tells, by article_id or source_uri, in the order of its sentences: the
-- days and the status that it tells itself, beside those on which the event stands by all articles.
-- Example: `from chronology_of_article('news/0815.html')`
select
    days_in_words(m.told_first_day, m.told_last_day, m.precision) as told_days,
    m.status as told_status,
    c.days,
    c.status,
    c.label,
    m.sentence,
    m.time_text,
    m.explanation,
    m.told_first_day,
    m.told_last_day,
    c.first_day,
    c.last_day,
    c.event_id,
    m.mention_id,
    m.article_id
from event_mentions as m
join articles as a using (article_id)
join evidence as v using (mention_id)
join events_in_words as c on c.event_id = v.event_id
where a.article_id = article or (a.source_uri = article and a.is_latest)
order by a.article_id, m.start_offset, m.mention_id
