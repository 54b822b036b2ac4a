-- Every claim with the event it belongs to, its article, and its words: quote, rule and days. Ask it for one event_id.
-- Example: `from mentions_of_event where event_id = '1f0c'`
select
    v.event_id,
    e.label,
    a.source_name,
    a.source_uri,
    a.published_day,
    m.sentence,
    m.trigger,
    m.time_text,
    m.date_rule,
    m.explanation,
    m.told_first_day,
    m.told_last_day,
    m.first_day,
    m.last_day,
    m.precision,
    m.interval_kind,
    m.day_role,
    m.status,
    m.status_cue,
    m.attributed_to,
    m.mention_id,
    m.article_id,
    a.source_family,
    a.duplicate_of is not null as is_copy
from evidence as v
join events as e using (event_id)
join event_mentions as m using (mention_id)
join articles as a using (article_id)
order by
    e.sort_day nulls last, v.event_id, coalesce(a.published_day, a.reference_first_day), a.source_uri, m.start_offset
