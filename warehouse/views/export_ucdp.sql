-- Assaults that occurred, with the columns of UCDP's Georeferenced Event Dataset, for tools that know it. date_start and
-- date_end are our interval, and date_prec says how wide it is: 1 one day, 2 two to six days, 3 seven days, 4 up to a
-- month, 5 up to a year. Wider and open intervals are left out, UCDP has no code for them. docs/exports.md says what else
-- is empty and why.
-- Example: `select date_start, date_end, date_prec, side_a, side_b, where_description from export_ucdp`
select
    x.event_id as id,
    null::varchar as relid,
    case when year(x.first_day) = year(x.last_day) then year(x.first_day)::integer end as year,
    null::integer as active_year,
    null::varchar as code_status,
    null::integer as type_of_violence,
    null::varchar as conflict_dset_id,
    null::bigint as conflict_new_id,
    null::varchar as conflict_name,
    null::varchar as dyad_dset_id,
    null::bigint as dyad_new_id,
    case when x.actor_2 is not null then x.actor_1 || ' - ' || x.actor_2 end as dyad_name,
    null::varchar as side_a_dset_id,
    null::bigint as side_a_new_id,
    x.actor_1 as side_a,
    null::varchar as side_b_dset_id,
    null::bigint as side_b_new_id,
    x.actor_2 as side_b,
    x.source_count as number_of_sources,
    x.quote as source_article,
    x.source as source_office,
    x.published_day as source_date,
    x.title as source_headline,
    null::varchar as source_original,
    case p.place_precision when 'city' then 1 when 'region' then 4 when 'country' then 6 end as where_prec,
    x.place as where_coordinates,
    concat_ws(', ', x.place, p.admin) as where_description,
    p.admin as adm_1,
    null::varchar as adm_2,
    x.latitude,
    x.longitude,
    case
        when x.longitude is not null and x.latitude is not null then 'POINT (' || x.longitude || ' ' || x.latitude || ')'
    end as geom_wkt,
    null::bigint as priogrid_gid,
    l.name as country,
    null::integer as country_id,
    null::varchar as region,
    null::integer as event_clarity,
    case
        when x.is_one_day then 1
        when x.last_day - x.first_day <= 5 then 2
        when x.last_day - x.first_day = 6 then 3
        when x.last_day - x.first_day <= 30 then 4
        else 5
    end as date_prec,
    x.first_day as date_start,
    x.last_day as date_end,
    null::integer as deaths_a,
    null::integer as deaths_b,
    null::integer as deaths_civilians,
    null::integer as deaths_unknown,
    null::integer as best,
    null::integer as high,
    null::integer as low,
    null::integer as gwnoa,
    null::integer as gwnob,
    x.precision,
    x.interval_kind,
    x.country_code as country_iso3,
    x.url
from chronology_export as x
left join places as p on p.place_id = x.place_id
left join places as l on l.place_id = x.country_code and l.place_precision = 'country'
where x.status in ('occurred', 'ongoing')
    and x.event_type = 'ASSAULT'
    and x.last_day - x.first_day <= 365
order by x.sort_day, x.label, x.event_id
