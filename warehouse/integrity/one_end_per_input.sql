-- Every input ends in exactly one of articles and rejections, and neither holds anything that was not put in. Of an input
-- with several articles (a feed) each item ends in exactly one of them.
with ends as (
    select source_uri, content_sha256, 'article' as kind
    from articles
    union all
    select source_uri, content_sha256, 'rejection'
    from rejections
),
of_inputs as (
    select i.source_uri as input_uri, i.content_sha256, e.source_uri, e.kind
    from inputs as i
    left join ends as e
        on e.content_sha256 = i.content_sha256
        and (e.source_uri = i.source_uri or starts_with(e.source_uri, i.source_uri || '#'))
)
select 'no end' as problem, input_uri as source_uri, content_sha256
from of_inputs
where kind is null
union all
select 'two ends', source_uri, content_sha256
from of_inputs
where kind is not null
group by input_uri, source_uri, content_sha256
having count(*) > 1
union all
select 'rejected as a whole and in part', input_uri, content_sha256
from of_inputs
group by input_uri, content_sha256
having count(*) > 1 and bool_or(kind = 'rejection' and source_uri = input_uri)
union all
select 'no input', source_uri, content_sha256
from ends
where (source_uri, content_sha256) not in (select (source_uri, content_sha256) from of_inputs where kind is not null)
