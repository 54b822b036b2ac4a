-- Events that occurred, with the columns of ACLED's export in its order, for tools that know it. event_date is filled for
-- events on one day only (time_precision 1); within seven days it is empty with 2, within one month or 31 days with 3.
-- Wider events are left out, ACLED has no code for them. docs/exports.md says what else is empty and why.
-- Example: `select event_date, time_precision, disorder_type, location, notes from export_acled`
select
    x.event_id as event_id_cnty,
    case when x.is_one_day then x.first_day end as event_date,
    case when year(x.first_day) = year(x.last_day) then year(x.first_day)::integer end as year,
    case
        when x.is_one_day then 1
        when x.last_day - x.first_day <= 6 then 2
        else 3
    end as time_precision,
    case x.event_type
        when 'ASSAULT' then 'Political violence'
        when 'PROTEST' then 'Demonstrations'
        else 'Strategic developments'
    end as disorder_type,
    case when x.event_type not in ('ASSAULT', 'PROTEST') then 'Strategic developments' end as event_type,
    case x.event_type when 'AGREE' then 'Agreement' end as sub_event_type,
    x.actor_1 as actor1,
    null::varchar as assoc_actor_1,
    null::varchar as inter1,
    x.actor_2 as actor2,
    null::varchar as assoc_actor_2,
    null::varchar as inter2,
    null::varchar as interaction,
    null::varchar as civilian_targeting,
    null::integer as iso,
    null::varchar as region,
    l.name as country,
    p.admin as admin1,
    null::varchar as admin2,
    null::varchar as admin3,
    x.place as location,
    x.latitude,
    x.longitude,
    case p.place_precision when 'city' then 1 when 'region' then 2 when 'country' then 3 end as geo_precision,
    x.source,
    null::varchar as source_scale,
    x.quote as notes,
    null::integer as fatalities,
    null::varchar as tags,
    null::bigint as timestamp,
    x.first_day,
    x.last_day,
    x.precision,
    x.event_type as dateline_type,
    x.country_code as country_iso3,
    x.url
from chronology_export as x
left join places as p on p.place_id = x.place_id
left join places as l on l.place_id = x.country_code and l.place_precision = 'country'
where x.status in ('occurred', 'ongoing')
    and x.event_type in ('ASSAULT', 'PROTEST', 'AGREE', 'COERCE', 'MOBILIZE', 'RETREAT', 'CONTROL')
    and (x.last_day - x.first_day <= 30
        or date_trunc('month', x.first_day) = date_trunc('month', x.last_day))
order by x.sort_day, x.label, x.event_id
