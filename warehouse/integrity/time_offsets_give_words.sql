-- The offsets of every time expression give exactly its quote in the body.
select x.time_expression_id, x.quote, substring(t.body_text, x.start_offset + 1, x.end_offset - x.start_offset) as words
from time_expressions as x
join article_texts as t using (article_id)
where substring(t.body_text, x.start_offset + 1, x.end_offset - x.start_offset) is distinct from x.quote
