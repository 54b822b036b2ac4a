-- days_in_words(from_day, to_day, in_precision): An interval of days as one reads it: a day, a month, a year, `A .. B`,
-- `until B`, `from A` or `no day`. What is wide is never shown as one day. A value, not a table.
-- Example: `select days_in_words(first_day, last_day, precision) from event_mentions`
select
    case
        when from_day is null and to_day is null then 'no day'
        when from_day = to_day then from_day::date::varchar
        when from_day is null then 'until ' || to_day::date::varchar
        when to_day is null then 'from ' || from_day::date::varchar
        when in_precision = 'month' then strftime(from_day::date, '%Y-%m')
        when in_precision = 'year' then strftime(from_day::date, '%Y')
        else from_day::date::varchar || ' .. ' || to_day::date::varchar
    end
