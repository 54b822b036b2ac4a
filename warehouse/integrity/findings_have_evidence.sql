-- Every finding quotes at least one source, word for word where it says where.
select f.finding_id, 'no quote' as problem
from findings as f
where f.finding_id not in (select finding_id from finding_evidence)
union all
select q.finding_id, q.quote
from finding_evidence as q
join article_texts as t using (article_id)
where q.start_offset is not null
    and substring(t.body_text, q.start_offset + 1, q.end_offset - q.start_offset) is distinct from q.quote
