-- chronology_of_place(spot): The events at a place, by its name or id, or in a country, by its three-letter code, in the
-- order of their days.
-- Example: `from chronology_of_place('HUN')`
select c.*
from events_in_words as c
where c.place_id in (select n.place_id from places_named(spot) as n)
    or c.country_code = spot
    or strip_accents(lower(c.place)) = strip_accents(lower(spot))
order by c.sort_day nulls last, c.first_day nulls first, c.last_day nulls last, c.label, c.event_id
