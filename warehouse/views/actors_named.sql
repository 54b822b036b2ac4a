-- actors_named(who): Whom a name can mean: the actors with this id, name or alias; case and accents do not matter.
-- Example: `from actors_named('putin')`
select a.actor_id, a.name, a.kind, a.country_code, a.wikidata_id
from actors as a
where a.actor_id = who
    or strip_accents(lower(a.name)) = strip_accents(lower(who))
    or a.actor_id in (
        select n.actor_id
        from actor_aliases as n
        where strip_accents(lower(n.alias)) = strip_accents(lower(who))
    )
order by a.name, a.actor_id
