"""Traits of a whole page: history or news, ancient or not."""

from __future__ import annotations

from datetime import date

from extractors.days import day_of
from extractors.time_expressions import find
from extractors.time_expressions.meanings import Calendar, Relative
from extractors.time_expressions.page import traits_of

_HISTORY = (
    "The mill was built in 1848. In 1850 it burned. By 1853 it stood again. In 1861 the war came. In 1865 it ended. "
    "In March 1866 the river rose. In May it fell. The former owner left in 1870. In 1871, it was sold."
)


def test_a_history_counts_from_its_own_years() -> None:
    """A month without a year takes the year the story has come to, not the nearest to today."""
    rows = {row.quote: row for row in find(_HISTORY, date(2024, 2, 14))}
    assert rows["May"].timex_value == "1866-05"
    assert rows["former"].timex_value == "PAST_REF"


def test_news_does_not() -> None:
    """One far year does not make a history."""
    rows = {row.quote: row for row in find("The mill of 1848 burned in May.", date(2024, 2, 14))}
    assert rows["May"].timex_value == "2023-05"


def test_a_chronicle_counts_weekdays_and_distances_from_events_from_its_own_days() -> None:
    """Nothing in it is told from the day it was written."""
    story = " ".join(f"In {year} it was let." for year in range(1848, 1862))
    story += " On 5 March 1862 the dam broke. The mayor left Sunday. Two days after the flood help came."
    rows = {row.quote: row for row in find(story, date(2024, 2, 14))}
    assert (rows["Two days"].timex_value, rows["Two days"].first_day) == ("1862-03-04", None)
    assert rows["Sunday"].first_day == date(1862, 3, 2)


def test_news_of_far_years_counts_weekdays_from_its_day() -> None:
    """An obituary names many far years and yet speaks of this week: one such word and it is no history."""
    rows = {row.quote: row for row in find(_HISTORY + " He died on Monday.", date(2024, 2, 14))}
    assert rows["Monday"].first_day == date(2024, 2, 12)


def test_years_before_our_era_count_down() -> None:
    """The following year is one less, and a small number in such a page is a year."""
    years = "In 494 BC it rained. In 493 BC it snowed. In 492 BC it froze. In 491 BC it thawed. In 490 BC it ended. "
    rows = {
        row.quote: row for row in find(years + "The following year it began. In 480, they left.", date(2024, 2, 14))
    }
    assert rows["The following year"].timex_value == "BC0489"
    assert (rows["480"].timex_value, rows["480"].first_day) == ("BC0480", None)


def test_deictic_words_outweigh_far_years() -> None:
    """A page of many far years with as many weekdays is news."""
    far = [(Calendar(year=1950 + number), str(1950 + number)) for number in range(9)]
    near = [(Relative(unit="day", steps=0), "today")] * 4
    reference = day_of(date(2024, 2, 14))
    assert traits_of("", far, reference).is_history
    assert not traits_of("", [*far, *near], reference).is_history


def test_the_end_of_the_fiscal_year_is_told_once() -> None:
    """The page tells the month in which its fiscal years end."""
    assert traits_of("Its financial year ends on 30 June.", [], None).fiscal_end == 6
    assert traits_of("Its year ends on 30 June.", [], None).fiscal_end is None
