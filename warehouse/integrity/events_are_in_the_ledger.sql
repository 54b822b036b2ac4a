-- Every event has its id from the ledger.
select event_id
from events
where event_id not in (select event_id from event_ids)
