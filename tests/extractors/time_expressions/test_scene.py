"""What expressions count from: the day of speaking, what was told before, or an event."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.time_expressions import find
from schemas import TimeExpression

REFERENCE = date(2024, 2, 14)


def _last(text: str, reference: date = REFERENCE) -> TimeExpression:
    return find(text, reference)[-1]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It opened on 5 March 1998. The same day it closed.", date(1998, 3, 5), date(1998, 3, 5)),
        ("It opened in 1998. That year it rained.", date(1998, 1, 1), date(1998, 12, 31)),
        ("It opened on 5 March 1998. A week earlier it was a plan.", date(1998, 2, 26), date(1998, 2, 26)),
        ("It opened in May 1998. The following month it closed.", date(1998, 6, 1), date(1998, 6, 30)),
        ("The dam broke on Monday. That evening people left.", date(2024, 2, 12), date(2024, 2, 12)),
        ("In 2022 they voted, and in the autumn they left.", date(2022, 9, 1), date(2022, 11, 30)),
        ("They met on Saturday. Boats brought them in before noon.", date(2024, 2, 10), date(2024, 2, 10)),
    ],
)
def test_anaphoric_words_count_from_what_was_told_before(text: str, first: date, last: date) -> None:
    """The last expression that is fine enough is the anchor."""
    row = _last(text)
    assert (row.first_day, row.last_day) == (first, last)


@pytest.mark.parametrize("text", ["He left the day before the vote.", "They met on the eve of the summit."])
def test_event_relative_words_have_no_days_of_their_own(text: str) -> None:
    """They wait for the event they name."""
    row = _last(text)
    assert (str(row.anchor), row.first_day, row.last_day) == ("event", None, None)


def test_a_plan_is_no_day_that_the_story_has_come_to() -> None:
    """What hangs on an unknown event is guessed from the last day that was reached, not from one that lies ahead."""
    row = _last("It opened on 5 March 1998. It will close by 31 August 2030. The day before the speech it rained.")
    assert (row.timex_value, row.first_day) == ("1998-03-04", None)


def test_words_that_count_from_event_relative_words_wait_with_them() -> None:
    """The day before the eve of something unknown is unknown, not the day before an older date."""
    text = "It opened on 5 March. On the eve of the runoff they met. The day before, they had quarreled."
    row = _last(text)
    assert (str(row.anchor), row.first_day) == ("expression", None)


def test_the_end_of_the_year_in_a_plan_is_of_this_year() -> None:
    """A plan looks ahead, whatever year was told before."""
    row = _last("It was bought in 2021. It will be sold by the end of the year.")
    assert (row.first_day, row.last_day) == (date(2024, 12, 1), date(2024, 12, 31))


def test_results_are_compared_with_the_same_quarter_a_year_before() -> None:
    """A year ago is a quarter where the text speaks of a quarter's results."""
    row = _last("Profit rose in the third quarter. It had fallen a year earlier.", date(1989, 10, 26))
    assert row.timex_value == "1988-Q3"


def test_the_same_period_of_an_untold_quarter_is_not_narrowed() -> None:
    """The value names the likely quarter; the days hold the whole year that is told."""
    row = _last("Sales rose from the same period last year.")
    assert row.timex_value == "2022-Q4"
    assert (row.first_day, row.last_day) == (date(2022, 10, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("He had no chance in the March vote.", date(2024, 3, 1)),
        ("The November vote had been lost.", date(2023, 11, 1)),
        ("He lost the vote in March.", date(2023, 3, 1)),
    ],
)
def test_a_month_before_its_noun_need_not_share_the_tense_of_the_clause(text: str, month: date) -> None:
    """A vote that is near is meant, though the clause is past."""
    assert _last(text).first_day == month


@pytest.mark.parametrize(
    ("text", "saturday"),
    [
        ("Over the weekend they met.", date(2024, 2, 10)),
        ("They met on Friday, and on the weekend they left.", date(2024, 2, 10)),
        ("They will meet at the weekend.", date(2024, 2, 17)),
        ("They left this weekend.", date(2024, 2, 10)),
        ("They leave this weekend.", date(2024, 2, 17)),
    ],
)
def test_the_weekend_of_a_past_clause_is_over(text: str, saturday: date) -> None:
    """It is counted from the day of speaking, not from a day told before."""
    assert _last(text).first_day == saturday


def test_short_years() -> None:
    """An apostrophe and two digits are a year, alone and after a month."""
    assert _last("He served until Sept. '09.").timex_value == "2009-09"
    assert _last("He left in '98.").timex_value == "1998"


def test_a_night_after_by_is_its_day() -> None:
    """Done by Saturday night is done on Saturday; on Saturday night can be Sunday."""
    assert _last("By Saturday night it was over.").last_day == date(2024, 2, 10)
    assert _last("On Saturday night it was over.").last_day == date(2024, 2, 11)


def test_the_order_of_numeric_dates_is_that_of_the_page() -> None:
    """3/9 is 3 September where another date of the page can only be day first."""
    rows = find("It was called off on 29/8/2022 and again on 3/9/2022.", REFERENCE)
    assert [row.first_day for row in rows] == [date(2022, 8, 29), date(2022, 9, 3)]
    rows = find("It was called off on 8/29/2022 and again on 9/3/2022.", REFERENCE)
    assert [row.first_day for row in rows] == [date(2022, 8, 29), date(2022, 9, 3)]


def test_explanations_name_the_words_the_tense_and_the_days() -> None:
    """A reader can check how the days came about."""
    row = _last("The court ruled on Friday.")
    assert "“Friday”" in row.explanation
    assert "about the past" in row.explanation
    assert "2024-02-09" in row.explanation


def test_results_of_three_quarters_are_compared_with_the_year_before() -> None:
    """After the figures of nine months "a year earlier" is no quarter."""
    text = "Profit rose in the third quarter. For the nine months it was $3 million, up from $2 million a year earlier."
    assert _last(text, date(1989, 10, 26)).timex_value == "1988"


@pytest.mark.parametrize(
    "text",
    ["It lost money, compared with a profit of $3 million last year.", "Last year's results were hurt by a strike."],
)
def test_last_year_names_the_quarter_compared_with_but_keeps_the_days_of_the_year(text: str) -> None:
    """The value is the likely quarter; the days are not narrowed by a guess."""
    rows = find(f"Profit fell in the third quarter. {text}", date(1989, 10, 26))
    row = next(one for one in rows if one.quote.lower() == "last year")
    assert row.timex_value == "1988-Q3"
    assert (row.first_day, row.last_day) == (date(1988, 1, 1), date(1988, 12, 31))


def test_last_year_in_other_reports_stays_a_year() -> None:
    """No figure is compared."""
    row = _last("Profit fell in the third quarter. The boss left last year.", date(1989, 10, 26))
    assert row.timex_value == "1988"


_HISTORY = "".join(f"It was besieged in {year}. " for year in range(1801, 1812)) + "On 3 March 1812 it fell. "


def test_a_history_cites_words_of_a_day_that_it_does_not_tell() -> None:
    """What somebody called today is no day of the story; told in the same sentence it is."""
    cited = _last(_HISTORY + 'The mayor wrote: "We surrender today."')
    assert (cited.timex_value, cited.first_day, cited.last_day) == ("XXXX-XX-XX", None, None)
    dated = _last(_HISTORY + 'On 9 March 1812 the mayor wrote: "We surrender today."')
    assert dated.first_day == date(1812, 3, 9)


def test_a_history_counts_words_outside_quotes_from_the_story() -> None:
    """After the closing mark the writer speaks again."""
    row = _last(_HISTORY + 'The mayor wrote: "We surrender." This year was hard.')
    assert row.timex_value == "1812"
    assert _last(_HISTORY + "Today it is a museum.").first_day == REFERENCE


def test_the_year_before_a_winter_is_the_one_before_the_year_that_names_it() -> None:
    """The value is one year; the days hold both years that a winter touches."""
    row = _last("It froze in the winter of 1905. The previous year it had rained.")
    assert row.timex_value == "1904"
    assert (row.first_day, row.last_day) == (date(1904, 1, 1), date(1905, 12, 31))


def test_days_of_an_ancient_history_are_of_no_known_year() -> None:
    """No day of our era stands for a day before it."""
    text = "".join(f"It was besieged in {year} BC. " for year in range(490, 479, -1)) + "They left the next day."
    assert _last(text).timex_value == "BCXXXX-XX-XX"
