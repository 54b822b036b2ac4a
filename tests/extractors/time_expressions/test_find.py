"""Properties of the resolver that hold for any text and any day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractors.days import Days, add_days
from extractors.time_expressions import find
from extractors.time_expressions.examples import examples
from schemas import TimeExpression

_DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2090, 12, 31))
_SENTENCES = st.sampled_from([example.text for example in examples()])
_WORDS = st.lists(
    st.sampled_from(
        [
            *(
                "May",
                "may",
                "1",
                "5",
                "21st",
                "1998",
                "2024-02-29",
                "Monday",
                "the",
                "last",
                "next",
                "of",
                "in",
                "early",
            ),
            *("mid", "-", "week", "weeks", "ago", "later", "two", "a", ",", ".", "' s", "quarter", "third", "half"),
            *("day", "before", "after", "now", "every", "to", "and", "from", "10", "p.m.", "noon", "spring", "fall"),
            *("1990", "s", "Feb. 29", "century", "that", "same", "previous", "winter", "Easter", "end", "year"),
            *(
                "weekend",
                "about",
                "nearly",
                "less",
                "than",
                "more",
                "ended",
                "decade",
                "million",
                "years",
                "was",
                "will",
            ),
        ]
    ),
    max_size=14,
).map(" ".join)
#: What counts from other sentences, from days everybody knows, or from a day told behind it.
_STORY_SENTENCES = st.sampled_from(
    [
        *("They met last September.", "They will meet next November.", "The same quarter last year was better."),
        *("It fell in October, more than in the same period last year.", "In the 1988 quarter it lost."),
        *("He fled after the Sept. 11 attacks.", "The dam broke on 5 March 2019.", "It failed on 5 March."),
        *("Earlier in the week they paid.", "It ran out a week ago.", "It shook at 3:05am (1905 GMT) on Thursday."),
        *(
            "In March 2008 they met.",
            "A week later he resigned.",
            "That evening they left.",
            "Two years later it sold.",
        ),
        *(
            "It was shut since April 2023.",
            "On October 26 it burned.",
            "It is due by year's end.",
            "It rained overnight.",
        ),
        *("Her words in May could cost her.", "They clashed in May.", "It will be shown over the next year."),
    ]
)
_TALES = st.lists(_STORY_SENTENCES, min_size=2, max_size=3).map(" ".join)
_STORIES = st.lists(_SENTENCES, min_size=2, max_size=3).map(" ".join)
_TEXTS = st.one_of(_SENTENCES, _STORIES, _TALES, _WORDS, st.text(max_size=60))


def _low(day: date | None) -> date:
    return day or date.min


def _high(day: date | None) -> date:
    return day or date.max


@given(_TEXTS, _DAYS)
@settings(max_examples=300, deadline=None)
def test_any_text_gives_ordered_exact_rows(text: str, day: date) -> None:
    """No text raises; offsets give the quote; rows do not overlap; days are ordered; ids are unique."""
    rows = find(text, day, article_id="a")
    assert all(text[row.start_offset : row.end_offset] == row.quote for row in rows)
    assert all(one.end_offset <= two.start_offset for one, two in pairwise(rows))
    assert all(_low(row.first_day) <= _high(row.last_day) for row in rows)
    assert len({row.time_expression_id for row in rows}) == len(rows)
    assert all(row.explanation and row.date_rule and row.timex_value for row in rows)


def _answers(rows: list[TimeExpression]) -> dict[tuple[int, int], tuple[date | None, date | None]]:
    return {(row.start_offset, row.end_offset): (row.first_day, row.last_day) for row in rows}


@given(_TEXTS, _DAYS, st.integers(0, 500), st.integers(0, 500))
@example("last 20 century", date(2000, 1, 1), 1, 0)
@example("next 80 centuries", date(2000, 12, 31), 0, 1)
@settings(max_examples=300, deadline=None)
def test_a_wider_reference_never_narrows(text: str, day: date, before: int, after: int) -> None:
    """The days over an interval hold the days of every day in it: possibilities are only added."""
    wide = Days(add_days(day, -before), add_days(day, after))
    narrow_rows, wide_rows = _answers(find(text, day)), _answers(find(text, wide))
    assert narrow_rows.keys() == wide_rows.keys()
    for span, (first, last) in narrow_rows.items():
        wide_first, wide_last = wide_rows[span]
        if (first, last) == (None, None):
            continue
        assert _low(wide_first) <= _low(first)
        assert _high(last) <= _high(wide_last)


@given(
    st.sampled_from(
        [
            *("Monday", "last Friday", "next Tuesday", "last week", "this week", "next weekend", "Sunday"),
            *("over the weekend", "this weekend", "about two weeks ago", "less than a week ago"),
        ]
    ),
    _DAYS,
)
def test_a_week_later_everything_of_weeks_is_a_week_later(words: str, day: date) -> None:
    """Moving the reference by 7 days moves weekdays and weeks by 7 days."""
    week = timedelta(days=7)
    (one,), (two,) = find(f"They met {words}.", day), find(f"They met {words}.", day + week)
    assert one.first_day is not None
    assert one.last_day is not None
    assert (two.first_day, two.last_day) == (one.first_day + week, one.last_day + week)


@given(_DAYS, st.integers(0, 60))
def test_an_interval_is_exactly_its_possibilities(day: date, length: int) -> None:
    """The ends of the answer over an interval are reached by some day of it."""
    last = add_days(day, length)
    (row,) = find("They met on Monday.", Days(day, last))
    singles = [find("They met on Monday.", add_days(day, step))[0] for step in range(length + 1)]
    assert row.first_day == min(_low(one.first_day) for one in singles)
    assert row.last_day == max(_high(one.last_day) for one in singles)


def test_without_a_reference_only_told_dates_have_days() -> None:
    """Relative words are listed with an unknown value and no days; full dates keep theirs."""
    rows = find("They met on Monday and last week, in May, on June 5, 2023 and in 2014.", None)
    assert [(row.quote, row.timex_value, row.first_day) for row in rows] == [
        ("Monday", "XXXX-WXX-1", None),
        ("last week", "XXXX-WXX", None),
        ("May", "XXXX-05", None),
        ("June 5, 2023", "2023-06-05", date(2023, 6, 5)),
        ("2014", "2014", date(2014, 1, 1)),
    ]


def test_an_unknown_end_of_the_reference_stays_open() -> None:
    """With a reference known from one side only, the other side of the answer is open."""
    (row,) = find("They met on Monday.", Days(date(2024, 12, 1), None))
    assert (row.first_day, row.last_day) == (date(2024, 11, 25), None)


def test_a_text_from_an_unknown_day_of_a_week_knows_the_week_before() -> None:
    """Last week, told in one of the days of a week, is exactly the week before."""
    (row,) = find("They met last week.", Days(date(2025, 8, 18), date(2025, 8, 24)))
    assert (row.first_day, row.last_day, str(row.precision)) == (date(2025, 8, 11), date(2025, 8, 17), "week")


def test_a_past_month_over_months_is_never_ahead() -> None:
    """December, told as past from any day of January to November, is the December before."""
    (row,) = find("The talks were held in December.", Days(date(2026, 1, 1), date(2026, 11, 30)))
    assert (row.first_day, row.last_day) == (date(2025, 12, 1), date(2025, 12, 31))


def test_long_runs_of_marks_digits_and_names_are_no_trouble() -> None:
    """Text that is none is matched in stretches, each place once."""
    for run in (
        "9",
        ",",
        "January ",
        "May ",
        "1,",
        "2001-",
        "123 ",
        "the year ",
        "19 to ",
        "(",
        "a\n",
        "million ",
        "1,111",
    ):
        rows = find(run * 3000, date(2024, 2, 14))
        assert len(rows) <= 3000


def test_equal_words_and_reasons_are_held_once() -> None:
    """A long text of the same dates takes little more memory than one of them."""
    first, *_, last = find("It met on Monday. " * 50, date(2024, 2, 14))
    assert (first.quote is last.quote, first.explanation is last.explanation) == (True, True)


def test_years_before_the_first_have_no_civil_days() -> None:
    """Years are counted back over the first one, which no year 0 precedes."""
    (row,) = find("It was painted 2,500 years ago.", date(2024, 2, 14))
    assert (row.timex_value, row.first_day, row.last_day) == ("BC0477", None, None)
