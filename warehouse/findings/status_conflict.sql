-- Occurred in one source, canceled, denied or negated in another that speaks of the same days and of no earlier time. What
-- was called off and took place after all, and what copies of one story say, is no conflict; a mere negation counts only
-- with days of its own, since without them it may speak of any time, and against a claim with days of its own that were
-- over when it was told. Both must name one thing: by the same word, or with a party in common. Acts told for a year or more
-- came about and were undone in turn.
with parties as (
    select mention_id, actor_id
    from participants
    where actor_id is not null
),
told as (
    select
        v.event_id,
        m.mention_id,
        m.article_id,
        a.source_family,
        m.status,
        m.day_role,
        m.told_first_day,
        m.told_last_day,
        lower(m.trigger) as trigger,
        -- "suspended the talks" tells of an end to them, whatever the status read
        regexp_matches(
            lower(m.sentence),
            '\b(suspend|paus|halt|freez|froze|break|broke)\w*( off)? +(\w+ +){0,2}' || regexp_escape(lower(m.trigger))
        ) as is_ending,
        m.start_offset,
        m.end_offset,
        coalesce(a.published_day, a.reference_last_day) as spoken_day,
        a.published_day
    from evidence as v
    join event_mentions as m using (mention_id)
    join articles as a using (article_id)
    where a.is_latest
),
pairs as (
    select
        yes.event_id,
        yes.mention_id as yes_id,
        no.mention_id as no_id,
        no.status as no_status
    from told as yes
    join told as no using (event_id)
    where yes.status = 'occurred'
        and not yes.is_ending
        and yes.day_role = 'event'
        and no.status in ('canceled', 'denied', 'negated')
        and yes.source_family <> no.source_family
        and (
            no.status <> 'negated'
            or (
                no.told_last_day - no.told_first_day <= 31
                and yes.told_last_day - yes.told_first_day <= 7
                and yes.told_last_day <= no.spoken_day
            )
        )
        and coalesce(least(yes.told_last_day - yes.told_first_day, no.told_last_day - no.told_first_day) < 300, true)
        and (
            yes.trigger[:4] = no.trigger[:4]
            or (
                -- one party in common is little where any negation near another act is taken for it
                select count(distinct actor_id)
                from parties as mine
                join parties as theirs using (actor_id)
                where mine.mention_id = yes.mention_id and theirs.mention_id = no.mention_id
            ) > (no.status = 'negated')::int
        )
        -- the other source knew what became of it: it speaks after the day on which it is said to have taken place
        and no.spoken_day >= coalesce(yes.told_first_day, yes.spoken_day)
        -- and speaks of the same days, or called it off when it had taken place
        and case
            when no.day_role = 'status' then coalesce(no.told_last_day >= yes.told_first_day, true)
            else coalesce(no.told_first_day <= yes.told_last_day, true)
                and coalesce(yes.told_first_day <= no.told_last_day, true)
        end
),
sides as (
    select event_id, yes_id as mention_id, 0 as side from pairs
    union
    select event_id, no_id, 1 from pairs
),
numbered as (
    select
        s.*,
        t.status,
        t.article_id,
        t.start_offset,
        t.end_offset,
        row_number() over (
            partition by s.event_id, s.side, t.source_family
            order by t.published_day nulls last, t.article_id, t.start_offset
        ) as family_number
    from sides as s
    join told as t using (event_id, mention_id)
),
chosen as (
    select
        *,
        row_number() over (partition by event_id, side order by article_id, mention_id) as side_number
    from numbered
    where family_number = 1
)
select
    c.event_id as finding,
    'error' as severity,
    c.event_id,
    null as article_id,
    e.label || ': occurred in one source, '
        || (select string_agg(distinct no_status, ', ' order by no_status) from pairs where pairs.event_id = c.event_id)
        || ' in another' as summary,
    row_number() over (partition by c.event_id order by c.side_number, c.side) - 1 as position_number,
    c.article_id as evidence_article_id,
    c.mention_id,
    c.start_offset,
    c.end_offset
from chosen as c
join events as e using (event_id)
where c.side_number <= 4
order by finding, position_number
