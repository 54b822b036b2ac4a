"""Days in datelines, addresses and lines of a page."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.articles.printed_days import dateline_candidate, is_date_line, masthead_candidates, url_candidate


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2024/03/05/ferry", date(2024, 3, 5)),
        ("https://a.example/2024/mar/05/ferry", date(2024, 3, 5)),
        ("https://a.example/news-20240305.html", date(2024, 3, 5)),
        ("https://2024-03-05.example/ferry", None),
        ("https://a.example/2024/13/05/ferry", None),
        ("https://a.example/2024/03/ferry", None),
        (None, None),
    ],
)
def test_an_address_gives_a_whole_day_or_none(url: str | None, day: date | None) -> None:
    """Only in its path, and only one that exists."""
    found = url_candidate(url)
    assert (None if found is None else found.local_day) == day


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("PORT ELLIS, March 5, 2024 - The ferry stayed.", "PORT ELLIS, March 5, 2024"),
        ("Velden (3. 5. 2021). The ferry stayed.", "Velden (3. 5. 2021"),
        ("The ferry stayed on March 5, 2024 - fog.", None),
    ],
)
def test_a_dateline_opens_the_body(text: str, raw: str | None) -> None:
    """A day in its first sentence is the story's."""
    found = dateline_candidate(text)
    assert (None if found is None else found.raw_text) == raw


def test_a_line_that_speaks_of_an_update_is_no_publication() -> None:
    """And a date that could be read in two ways gives both."""
    assert [one.role.value for one in masthead_candidates(["Updated 5 March 2024", "Published: 5 March 2024"])] == [
        "updated",
        "published",
    ]
    assert [one.local_day for one in masthead_candidates(["03/05/2024"])] == [date(2024, 5, 3), date(2024, 3, 5)]


@pytest.mark.parametrize(
    ("line", "is_date"),
    [
        ("Tuesday, 5 March 2024, 10:30", True),
        ("The ferry that sank on 5 March 2024 had been built in the yard of Port Ellis", False),
        ("Chapter 5", False),
    ],
)
def test_a_date_line_is_a_date_and_little_else(line: str, is_date: bool) -> None:
    """Such lines are never text."""
    assert is_date_line(line) is is_date
