"""Conditions on the words around a match, by name: what keeps "may", "second" and "2014 people" from being dates."""

from __future__ import annotations

from collections.abc import Callable

from extractors.time_expressions.guard_words import guard_words
from extractors.time_expressions.phrase_guards import (
    coming_night,
    known_figures,
    not_compound,
    not_idiom,
    not_light,
    not_named,
    not_said_that,
    not_stretch_ahead,
    not_title,
    not_to_last,
    of_years,
    past_night,
    some_day,
    stretch_ahead,
)
from extractors.time_expressions.season_guards import bare_season, not_holiday_thing
from extractors.time_expressions.tense import tense_at
from extractors.time_expressions.tokens import Tokens
from extractors.time_expressions.topic_guards import not_of_game, not_of_persons
from extractors.time_expressions.weekday_guards import (
    again_and_again,
    before_event,
    not_defined,
    not_name,
    not_show,
    once,
    one_weekday,
)
from extractors.time_expressions.words import entries


def allows(guards: tuple[str, ...], tokens: Tokens, start: int, end: int) -> bool:
    """Every guard in ``guards`` lets tokens ``start .. end`` stand as an expression."""
    return all(GUARDS[name](tokens, start, end) for name in guards)


def _bare_month(tokens: Tokens, start: int, end: int) -> bool:
    """A month, not a name ("Theresa May", "April Ryan") or a verb ("May he")."""
    before, word = tokens.word(start - 1), tokens.words[start]
    if tokens.word(end) == "-" and tokens.is_glued(end) and tokens.word(end + 1) == "a":
        return False  # a name: "Mar-a-Lago"
    if word == "march" and _is_rally(tokens, end) and before not in {"in", "since", "by", "until", "last"}:
        return False
    return before in {"a", "an"} or before in guard_words("before_month") or not _may_be_name(tokens, start, end)


def _may_be_name(tokens: Tokens, start: int, end: int) -> bool:
    """A word that is a month and also something else, where nothing asks for a month."""
    before, word = tokens.word(start - 1), tokens.words[start]
    if word in {"may", "march"} and (start == 0 or before in {'"', "“"}):
        return True
    if word in guard_words("short_month_and_name") and tokens.word(end) != ".":
        return True
    follows = tokens.is_capital(start - 1) and before.isalpha() and before not in guard_words("capital_before_month")
    precedes = tokens.is_capital(end) and tokens.word(end).isalpha()
    return word in guard_words("month_and_name") and (follows or precedes)


def _is_rally(tokens: Tokens, end: int) -> bool:
    """A march of people: "the March for Justice", "March on Rome"."""
    return tokens.word(end) in {"for", "on", "of", "against"} and tokens.is_capital(end + 1)


def _bare_year(tokens: Tokens, start: int, end: int) -> bool:
    """A four-digit number that is a year and not a count, a price or a number of something."""
    if not tokens.words[end - 1].isdecimal():
        return True
    number = int(tokens.words[end - 1]) + (1900 if end - start > 1 else 0)
    before, after = tokens.word(start - 1), tokens.word(end)
    is_told = after == "of" and before in {"in", "since", "by", "until", "during", "early", "late"}
    is_told = is_told or tokens.words[end + 1 : end + 3] == ["'", "s"]  # "the 2026 men's final"
    is_counted = after in guard_words("counted_after_number") and _not_told_year_before(tokens, start, after)
    is_counted = is_counted and not is_told  # "accused in 2018 of theft"
    if is_counted or before in guard_words("before_plain_number") or _is_model_or_amount(tokens, start, end):
        return False
    if (
        tokens.is_glued(end)
        and after in {"-", "/"}
        and tokens.is_glued(end + 1)
        and not tokens.word(end + 1).isdecimal()
    ):
        return before in guard_words("before_year")
    if before == "-" and tokens.is_glued(start) and tokens.is_glued(start - 1):
        return tokens.word(start - 2).isdecimal() and len(tokens.word(start - 2)) == 4
    if not 1900 <= number <= 2060:
        is_amount = before in {"about", "around", "or"} and not _not_amount(tokens, start, end)
        return before in guard_words("before_year") and 1000 <= number <= 2100 and not is_amount
    return not (after == "-" and tokens.is_glued(end)) or tokens.word(end + 1).isdecimal()


def _not_amount(tokens: Tokens, start: int, end: int) -> bool:
    """Not an estimate of something: "about 1000 office jobs", "around 1900 of them"."""
    after, connectives = tokens.word(end), guard_words("after_phrase") | guard_words("after_day_number")
    is_estimate = tokens.words[start] not in {"the", "calendar"} and tokens.words[end - 1].isdecimal()
    is_followed = after == "of" or (after.isalpha() and after not in connectives)
    return not (is_estimate and is_followed)


def _not_counted(tokens: Tokens, start: int, end: int) -> bool:
    """Not a number of something, and not the years of a copyright line."""
    return tokens.word(end) not in guard_words("counted_after_number") and not (
        tokens.word(start - 1) in guard_words("before_plain_number")
        or tokens.words[max(start - 3, 0) : start] == ["(", "c", ")"]
    )


def _rate(tokens: Tokens, start: int, end: int) -> bool:
    """``a year`` after an amount: "$5 a share a year", "three times a week"."""
    before = tokens.word(start - 1)
    after = tokens.word(end)
    if after in {"ago", "earlier", "later", "before", "after", "from"}:
        return False
    is_counted = before.endswith("s") and any(
        word.isdecimal() or word in guard_words("counting") for word in tokens.words[max(start - 6, 0) : start]
    )
    return before in guard_words("before_rate") or (is_counted and tokens.word(end - 2) in {"a", "an"})


def _not_rate(tokens: Tokens, start: int, end: int) -> bool:
    return not _rate(tokens, start, end)


def _not_age(tokens: Tokens, start: int, end: int) -> bool:
    """Not the age of a person: "35 years old", "a 12-year-old"; how long a thing has lasted: "the ten-year-old war"."""
    after = tokens.words[end : end + 2]
    if tokens.word(end - 1) == "old":
        return "year" not in tokens.words[start:end] or tokens.word(end) in guard_words("aged_things")
    is_aged = after[:1] in (["old"], ["olds"]) or after in (["-", "old"], ["-", "olds"])
    return not is_aged and tokens.words[start - 2 : start] != ["age", "of"]


def _capital(tokens: Tokens, start: int, _end: int) -> bool:
    return tokens.is_capital(start)


def _is_model_or_amount(tokens: Tokens, start: int, end: int) -> bool:
    """A year of make ("a 1987 Chevrolet") or a plain number ("sold 2000 shirts")."""
    after = tokens.word(end)
    if tokens.is_capital(end) and after in guard_words("model"):
        return True
    is_sale = tokens.word(start - 1) in guard_words("sale")
    return is_sale and after.isalpha() and after not in guard_words("after_phrase") | guard_words("after_day_number")


def _after_preposition(tokens: Tokens, start: int, _end: int) -> bool:
    return tokens.word(start - 1) in guard_words("before_month")


def _after_on(tokens: Tokens, start: int, end: int) -> bool:
    """A day of the month ("on the 15th"), not the 15th of something else."""
    is_named = tokens.word(end).isalpha() and tokens.word(end) not in guard_words("after_day_number")
    return tokens.word(start - 1) in {"on", "by", "until", "from", "since", "before", "after", "to"} and not is_named


def _is_short_date(tokens: Tokens, start: int, _end: int) -> bool:
    """``20/2`` as a day and month only after a word that asks for a date."""
    return tokens.word(start - 1) in {"on", "by", "from", "until", "till", "since", "before", "after", "to", "dated"}


def _calendar_unit(tokens: Tokens, _start: int, end: int) -> bool:
    """A unit that has days: no second, minute or hour."""
    return tokens.word(end - 1) not in {"second", "minute", "hour", "seconds", "minutes", "hours"}


def _ends_phrase(tokens: Tokens, _start: int, end: int) -> bool:
    """Nothing follows that the expression could count from: "the day before." but not "the day before the vote"."""
    if tokens.word(end - 1) not in {"before", "after", "time"}:
        return True
    return end >= len(tokens) or not tokens.word(end).isalpha() or tokens.word(end) in guard_words("after_phrase")


def _not_stretch(tokens: Tokens, start: int, end: int) -> bool:
    """Not a stretch that ended then: "for months before that"."""
    return tokens.word(start - 1) not in {"for", "during"} or tokens.word(end - 1) in {"earlier", "later"}


def _not_ended(tokens: Tokens, start: int, end: int) -> bool:
    return not _not_quarter(tokens, start, end) or not _before_ended(tokens, start, end)


def _not_quarter(tokens: Tokens, _start: int, end: int) -> bool:
    return tokens.word(end - 1) != "quarter"


def _ancient_year(tokens: Tokens, start: int, end: int) -> bool:
    """Three digits after a word that asks for a year, with nothing after them that they could count."""
    after = tokens.word(end)
    is_counted = after.isalpha() and after not in guard_words("after_day_number")
    return (
        len(tokens.words[end - 1]) == 3
        and not is_counted
        and tokens.word(start - 1) in guard_words("before_ancient_year")
    )


def _before_ended(tokens: Tokens, _start: int, end: int) -> bool:
    """A reporting period whose end is told beside it: "the year ended Jan. 31"."""
    return tokens.word(end) in {"ended", "ending", "ends", "to"} and tokens.word(end + 1) != "the"


def _before_of(tokens: Tokens, _start: int, end: int) -> bool:
    return tokens.word(end) == "of"


def _not_last_of(tokens: Tokens, start: int, end: int) -> bool:
    """Not the last days of something, which need not be the last up to now."""
    return tokens.word(end) != "of" or {"last", "final"}.isdisjoint(tokens.words[start:end])


def _of_event(tokens: Tokens, _start: int, end: int) -> bool:
    """A unit of something that is no time itself: "the first year of the war" but not "the first week of May"."""
    after = tokens.words[end : end + 4]
    if tokens.word(end - 1) not in {"week", "month", "year"}:
        return False
    return after[:1] == ["of"] and not any(word[0].isdecimal() or _is_time_word(word) for word in after[1:])


def _of_event_on_day(tokens: Tokens, _start: int, end: int) -> bool:
    """The day of something that is no time itself: not "the day of Friday 5 May", not the Day of the Dead."""
    if tokens.is_capital(end - 1):
        return False
    after = tokens.words[end : end + 4]
    return after[:1] == ["of"] and len(after) > 1 and not any(w[0].isdecimal() or _is_time_word(w) for w in after[1:])


def _not_any_day(tokens: Tokens, start: int, end: int) -> bool:
    """Not "at times of the day", "the news of the day", "Player of the Year", nor the Day of the Dead."""
    is_named, noun = tokens.is_capital(end - 1), tokens.word(start - 2)
    if tokens.words[end - 1] == "century" and tokens.word(start - 1) == "of":
        return noun in guard_words("parts_of_time")
    any_such = guard_words("any_day") if tokens.words[end - 1] == "day" else guard_words("any_unit")
    if tokens.word(start - 1) == "of" and (is_named or noun in any_such):
        return False
    return tokens.words[end - 1] != "day" or not (is_named and tokens.word(end) == "of")


def _before_clause(tokens: Tokens, _start: int, end: int) -> bool:
    """Followed by a clause that says which day it was: "the day he left", "the year that it closed"."""
    return tokens.word(end) in guard_words("clause_starter")


def _not_told_year(tokens: Tokens, start: int, _end: int) -> bool:
    """Not a year with a length after it: "in 2021 days after the raid"."""
    digits = tokens.words[start]
    is_year = len(digits) == 4 and digits.isdecimal() and 1900 <= int(digits) <= 2060
    return not is_year or tokens.word(start - 1) not in {"in", "since", "during"}


def _not_told_year_before(tokens: Tokens, start: int, after: str) -> bool:
    return after not in guard_words("time_units") or _not_told_year(tokens, start, start + 1)


def _is_time_word(word: str) -> bool:
    return any(entry.symbol in _TIME_SYMBOLS and not entry.rest for entry in entries().get(word, ()))


_TIME_SYMBOLS = frozenset({"MONTH", "WEEKDAY", "SEASON", "HOLIDAY", "UNIT", "UNITS", "DECADEWORD", "TODAY"})


def _after_at(tokens: Tokens, start: int, _end: int) -> bool:
    return tokens.word(start - 1) == "at"


def _not_fraction(tokens: Tokens, _start: int, end: int) -> bool:
    """Not a fourth part: "three-quarters", "a quarter of"."""
    if tokens.word(end - 1) not in {"quarter", "quarters"}:
        return True
    parts = {"of", "in", "mile", "miles", "point", "pound", "inch", "ton", "century", "size"}
    after = tokens.word(end + (tokens.word(end) == "-"))
    return after not in parts and tokens.word(end - 2) not in {"-", "three"}


def _adverbial(tokens: Tokens, _start: int, end: int) -> bool:
    """An adverb, not an adjective before its noun: "paid weekly", not "weekly pay"."""
    after = tokens.word(end)
    return not after.isalpha() or after in guard_words("after_adverb") or after == "basis"


def _in_future_clause(tokens: Tokens, start: int, end: int) -> bool:
    return tense_at(tokens, start, end) > 0


def _not_as_soon_as(tokens: Tokens, start: int, end: int) -> bool:
    return tokens.word(start - 1) != "as" and tokens.word(end) not in {"after", "as", "before"}


def _not_rolling_decade(tokens: Tokens, start: int, end: int) -> bool:
    """Not "the past decade", which is ten years up to now and not a decade of the calendar."""
    if tokens.word(end - 1) == "century" and "past" in tokens.words[start:end]:
        return False
    return tokens.word(end - 1) != "decade" or not {"last", "past", "next", "coming"} & set(tokens.words[start:end])


def _not_possessive(tokens: Tokens, _start: int, end: int) -> bool:
    """Not "that October's figures", where "that" opens a clause."""
    return tokens.words[end : end + 2] != ["'", "s"]


def _second_unit(tokens: Tokens, _start: int, end: int) -> bool:
    """The unit "second" only after a number other than "a" and "the"."""
    return tokens.word(end - 1) != "second" or tokens.word(end - 2).isdecimal() or tokens.word(end - 2) == "-"


def _plain_adjective(tokens: Tokens, _start: int, end: int) -> bool:
    """Not before a unit of time, which would make a longer expression of it; not "at this time of year"."""
    after = tokens.word(end)
    return after not in guard_words("time_units") and not (tokens.words[end - 1] == "time" and after == "of")


def _whole_word(tokens: Tokens, _start: int, end: int) -> bool:
    """Not a part of a hyphenated word: "two-day-a-week", "seven-year-itch"."""
    return not (tokens.word(end) == "-" and tokens.is_glued(end) and tokens.is_glued(end + 1))


def _not_hyphened(tokens: Tokens, start: int, _end: int) -> bool:
    """Not the second half of a hyphenated word: "mid-air", "pre-1990"."""
    is_joined = tokens.word(start - 1) == "-" and tokens.is_glued(start) and tokens.is_glued(start - 1)
    return not is_joined or tokens.word(start - 2).isdecimal()


GUARDS: dict[str, Callable[[Tokens, int, int], bool]] = {
    "bare_month": _bare_month,
    "bare_year": _bare_year,
    "bare_season": bare_season,
    "rate": _rate,
    "not_rate": _not_rate,
    "not_amount": _not_amount,
    "not_age": _not_age,
    "again_and_again": again_and_again,
    "before_event": before_event,
    "capital": _capital,
    "not_defined": not_defined,
    "not_show": not_show,
    "once": once,
    "one_weekday": one_weekday,
    "not_name": not_name,
    "after_preposition": _after_preposition,
    "after_on": _after_on,
    "after_at": _after_at,
    "adverbial": _adverbial,
    "before_clause": _before_clause,
    "before_ended": _before_ended,
    "before_of": _before_of,
    "of_event": _of_event,
    "of_event_on_day": _of_event_on_day,
    "not_last_of": _not_last_of,
    "not_any_day": _not_any_day,
    "not_told_year": _not_told_year,
    "not_holiday_thing": not_holiday_thing,
    "calendar_unit": _calendar_unit,
    "ends_phrase": _ends_phrase,
    "in_future_clause": _in_future_clause,
    # decided for the whole page, after all its expressions are known
    "in_history": lambda _tokens, _start, _end: True,
    "in_ancient_history": lambda _tokens, _start, _end: True,
    "ancient_year": _ancient_year,
    "not_possessive": _not_possessive,
    "not_quarter": _not_quarter,
    "not_rolling_decade": _not_rolling_decade,
    "not_counted": _not_counted,
    "not_as_soon_as": _not_as_soon_as,
    "not_ended": _not_ended,
    "not_stretch": _not_stretch,
    "not_fraction": _not_fraction,
    "short_date": _is_short_date,
    "second_unit": _second_unit,
    "plain_adjective": _plain_adjective,
    "whole_word": _whole_word,
    "not_hyphened": _not_hyphened,
    "not_of_game": not_of_game,
    "not_of_persons": not_of_persons,
    "not_title": not_title,
    "not_to_last": not_to_last,
    "of_years": of_years,
    "not_named": not_named,
    "not_idiom": not_idiom,
    "not_said_that": not_said_that,
    "not_compound": not_compound,
    "not_light": not_light,
    "stretch_ahead": stretch_ahead,
    "not_stretch_ahead": not_stretch_ahead,
    "some_day": some_day,
    "known_figures": known_figures,
    "past_night": past_night,
    "coming_night": coming_night,
}
