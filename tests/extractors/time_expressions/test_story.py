"""Which year days without a year take from those told before."""

from __future__ import annotations

from datetime import date

from extractors.time_expressions import find

_DAY = date(2025, 11, 18)


def test_a_january_after_a_december_is_of_the_next_year() -> None:
    """The days of a truce told with its year run on into the next."""
    *_, last = find("The truce of 27 November 2023 ended on 26 January.", _DAY)
    assert last.first_day == date(2024, 1, 26)


def test_a_day_after_a_day_of_the_same_year_keeps_its_year() -> None:
    """Without a turn of the year it is the told one."""
    *_, last = find("The truce of 27 April 2023 ended on 26 January.", _DAY)
    assert last.first_day == date(2023, 1, 26)


def test_an_aside_does_not_tell_the_year_of_its_sentence() -> None:
    """The year of a record that was broken is not that of the day it was broken on."""
    *_, last = find("It beat the mark of an older craft, set in April 1970, on 26 October.", _DAY)
    assert last.first_day == date(2025, 10, 26)
