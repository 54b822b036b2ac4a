-- An event of which only the calling-off is dated is no event that happened.
select event_id, status
from events
where day_role = 'status' and status in ('occurred', 'ongoing')
