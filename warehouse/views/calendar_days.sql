-- The calendar as a dimension: every day from the first to the last year of any event, with ISO week, month, quarter and
-- weekday (1 = Monday). The week's year is the ISO one: 2027-01-01 lies in 2026-W53.
-- Example: `select month_name, is_weekend from calendar_days where day_date = '2025-08-15'`
with years as (
    select
        date_trunc('year', min(least(e.first_day, e.last_day)))::date as first_day,
        make_date(year(max(greatest(e.first_day, e.last_day))), 12, 31) as last_day
    from events as e
),
days as (
    select unnest(generate_series(years.first_day, years.last_day, interval 1 day))::date as day_date
    from years
)
select
    d.day_date,
    year(d.day_date)::integer as year_number,
    quarter(d.day_date)::integer as quarter_number,
    year(d.day_date) || '-Q' || quarter(d.day_date) as quarter_name,
    month(d.day_date)::integer as month_number,
    strftime(d.day_date, '%Y-%m') as month_name,
    strftime(d.day_date, '%G-W%V') as week_name,
    isoyear(d.day_date)::integer as week_year,
    week(d.day_date)::integer as week_number,
    isodow(d.day_date)::integer as weekday_number,
    dayname(d.day_date) as weekday_name,
    isodow(d.day_date) in (6, 7) as is_weekend,
    day(d.day_date)::integer as day_of_month,
    dayofyear(d.day_date)::integer as day_of_year,
    date_trunc('month', d.day_date)::date as month_first_day,
    date_trunc('week', d.day_date)::date as week_first_day
from days as d
order by d.day_date
