-- Every event in the order of its days: what a chronicler would print. Days on which something was only called off are
-- not the event's own and not shown; `days` says in words what first_day and last_day say in dates.
-- Example: `from chronology where status = 'canceled'`
select c.*
from events_in_words as c
order by c.sort_day nulls last, c.first_day nulls first, c.last_day nulls last, c.label, c.event_id
