-- gaps_of_actor(who, least_days): Stretches of at least so many days on which no event of an actor is known or can lie,
-- between one that took place and the next: `gaps_between` for one actor.
-- Example: `from gaps_of_actor('Lavrov', 30)`
select g.* from gaps_between((select list(c.event_id) from chronology_of_actor(who) as c), least_days) as g
