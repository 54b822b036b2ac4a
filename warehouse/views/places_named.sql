-- places_named(spot): Which places a name can mean: those with this id or name; case and accents do not matter. The
-- three-letter code of a country means every place in it.
-- Example: `from places_named('Budapest')`
select p.place_id, p.name, p.admin, p.country_code, p.latitude, p.longitude, p.place_precision
from places as p
where p.place_id = spot
    or p.country_code = spot
    or strip_accents(lower(p.name)) = strip_accents(lower(spot))
order by p.name, p.place_id
