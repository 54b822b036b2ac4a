-- events_chosen(from_day, to_day, is_sure, who, spot, of_type, of_status): The ids of the events that fit everything that is
-- not null: that can lie between two days (when is_sure: cannot lie outside), with an actor, at a place, of a type, with a
-- status. What the options of `dateline chronology` and `dateline export` choose.
-- Example: `from events_chosen('2025-08-01', '2025-08-31', false, 'Putin', null, null, 'occurred')`
select e.event_id
from events as e
where (from_day::date is null
        or (e.day_role <> 'status'
            and case
                when is_sure then coalesce(e.first_day >= from_day::date, false)
                else e.last_day >= from_day::date or (e.last_day is null and e.first_day is not null)
            end))
    and (to_day::date is null
        or (e.day_role <> 'status'
            and case
                when is_sure then coalesce(e.last_day <= to_day::date, false)
                else e.first_day <= to_day::date or (e.first_day is null and e.last_day is not null)
            end))
    and (who::varchar is null
        or e.event_id in (
            select p.event_id
            from event_participants as p
            where p.actor_id in (select n.actor_id from actors_named(who::varchar) as n)
        ))
    and (spot::varchar is null
        or e.event_id in (select c.event_id from chronology_of_place(spot::varchar) as c))
    and (of_type::varchar is null or e.event_type = of_type)
    and (of_status::varchar is null or e.status = of_status)
order by e.sort_day nulls last, e.event_id
