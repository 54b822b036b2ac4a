-- Events that occurred, with the columns of GDELT's event table (1.0) in its order, for tools that know it. SQLDATE is
-- filled for events on one day only, MonthYear and Year where the whole interval lies in one month or year. What we do not
-- know as GDELT does is empty: docs/exports.md says column by column why. Our own columns follow at the end.
-- Example: `select SQLDATE, Actor1Name, EventCode, SOURCEURL from export_gdelt`
with parties as (
    select p.event_id, a.name, min(a.country_code) as country_code
    from event_participants as p
    join actors as a using (actor_id)
    group by p.event_id, a.name
)
select
    x.event_id as GLOBALEVENTID,
    case when x.is_one_day then strftime(x.first_day, '%Y%m%d') end as SQLDATE,
    case
        when date_trunc('month', x.first_day) = date_trunc('month', x.last_day) then strftime(x.first_day, '%Y%m')
    end as MonthYear,
    case when year(x.first_day) = year(x.last_day) then year(x.first_day)::integer end as Year,
    case when x.is_one_day then round(year(x.first_day) + (month(x.first_day) * 30 + day(x.first_day)) / 365.0, 4) end
        as FractionDate,
    null::varchar as Actor1Code,
    x.actor_1 as Actor1Name,
    one.country_code as Actor1CountryCode,
    null::varchar as Actor1KnownGroupCode,
    null::varchar as Actor1EthnicCode,
    null::varchar as Actor1Religion1Code,
    null::varchar as Actor1Religion2Code,
    null::varchar as Actor1Type1Code,
    null::varchar as Actor1Type2Code,
    null::varchar as Actor1Type3Code,
    null::varchar as Actor2Code,
    x.actor_2 as Actor2Name,
    other.country_code as Actor2CountryCode,
    null::varchar as Actor2KnownGroupCode,
    null::varchar as Actor2EthnicCode,
    null::varchar as Actor2Religion1Code,
    null::varchar as Actor2Religion2Code,
    null::varchar as Actor2Type1Code,
    null::varchar as Actor2Type2Code,
    null::varchar as Actor2Type3Code,
    null::integer as IsRootEvent,
    x.cameo_code as EventCode,
    left(x.cameo_code, 3) as EventBaseCode,
    left(x.cameo_code, 2) as EventRootCode,
    case
        when left(x.cameo_code, 2) between '01' and '05' then 1
        when left(x.cameo_code, 2) between '06' and '08' then 2
        when left(x.cameo_code, 2) between '09' and '13' then 3
        when left(x.cameo_code, 2) between '14' and '20' then 4
    end as QuadClass,
    null::double as GoldsteinScale,
    x.mention_count as NumMentions,
    x.source_count as NumSources,
    x.article_count as NumArticles,
    null::double as AvgTone,
    null::integer as Actor1Geo_Type,
    null::varchar as Actor1Geo_FullName,
    null::varchar as Actor1Geo_CountryCode,
    null::varchar as Actor1Geo_ADM1Code,
    null::double as Actor1Geo_Lat,
    null::double as Actor1Geo_Long,
    null::varchar as Actor1Geo_FeatureID,
    null::integer as Actor2Geo_Type,
    null::varchar as Actor2Geo_FullName,
    null::varchar as Actor2Geo_CountryCode,
    null::varchar as Actor2Geo_ADM1Code,
    null::double as Actor2Geo_Lat,
    null::double as Actor2Geo_Long,
    null::varchar as Actor2Geo_FeatureID,
    case p.place_precision
        when 'country' then 1
        when 'region' then case when p.country_code = 'USA' then 2 else 5 end
        when 'city' then case when p.country_code = 'USA' then 3 else 4 end
    end as ActionGeo_Type,
    concat_ws(', ', x.place, p.admin) as ActionGeo_FullName,
    null::varchar as ActionGeo_CountryCode,
    null::varchar as ActionGeo_ADM1Code,
    x.latitude as ActionGeo_Lat,
    x.longitude as ActionGeo_Long,
    null::varchar as ActionGeo_FeatureID,
    strftime(x.first_reported_day, '%Y%m%d') as DATEADDED,
    coalesce(x.url, x.source_uri) as SOURCEURL,
    x.first_day,
    x.last_day,
    x.precision,
    x.event_type,
    x.country_code as country_iso3,
    x.status
from chronology_export as x
left join places as p on p.place_id = x.place_id
left join parties as one on one.event_id = x.event_id and one.name = x.actor_1
left join parties as other on other.event_id = x.event_id and other.name = x.actor_2
where x.status in ('occurred', 'ongoing')
order by x.sort_day nulls last, x.label, x.event_id
