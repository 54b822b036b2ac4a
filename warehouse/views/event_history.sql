-- What each event was told to be, in the order of the reports: status, when it can have begun to hold, who
-- said so, in which article and sentence.
-- Example: `from event_history where label like '%summit%'`
select
    s.event_id,
    e.label,
    s.status,
    s.first_day,
    s.last_day,
    s.reported_first_day,
    s.reported_last_day,
    s.attributed_to,
    m.status_cue,
    a.source_name,
    a.source_uri,
    m.sentence,
    s.mention_id,
    m.article_id
from event_status as s
join events as e using (event_id)
join event_mentions as m using (mention_id)
join articles as a using (article_id)
order by
    e.sort_day nulls last,
    s.event_id,
    s.reported_first_day nulls first,
    s.reported_last_day nulls last,
    -- one article may tell a plan and its end
    s.last_day nulls last,
    a.source_uri,
    m.sentence_number,
    m.start_offset
