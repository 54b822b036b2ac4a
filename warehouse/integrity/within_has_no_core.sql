-- Only what filled a stretch of days has a latest begin and an earliest end.
select 'event_mentions' as table_name, mention_id as id
from event_mentions
where interval_kind = 'within' and (begin_last_day is not null or end_first_day is not null)
union all
select 'events', event_id
from events
where interval_kind = 'within' and (begin_last_day is not null or end_first_day is not null)
