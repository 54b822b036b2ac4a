-- The offsets of every mention give exactly its trigger in the body.
select m.mention_id, m.trigger, substring(t.body_text, m.start_offset + 1, m.end_offset - m.start_offset) as words
from event_mentions as m
join article_texts as t using (article_id)
where substring(t.body_text, m.start_offset + 1, m.end_offset - m.start_offset) is distinct from m.trigger
