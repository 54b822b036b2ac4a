-- gaps_of_place(spot, least_days): Stretches of at least so many days on which no event at a place is known or can lie,
-- between one that took place and the next: `gaps_between` for one place.
-- Example: `from gaps_of_place('Istanbul', 30)`
select g.* from gaps_between((select list(c.event_id) from chronology_of_place(spot) as c), least_days) as g
