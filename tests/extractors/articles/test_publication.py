"""Verdicts on publication days."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from extractors.articles import Publication, judge
from extractors.articles.printed_days import text_candidates
from extractors.claims import ReferenceClue
from extractors.days import Days
from extractors.readers.article import DateCandidate
from schemas.enumerations import DateKind, DateRole, DateVerdict, MastheadVerdict, PublishedMethod

ELECT = ReferenceClue(
    days=Days(date(2024, 11, 5), date(2025, 1, 19)),
    rule="office",
    quote="President-elect",
    start_offset=0,
    end_offset=15,
)


def candidate(
    kind: DateKind,
    raw_text: str,
    day: date | None,
    role: DateRole = DateRole.PUBLISHED,
    instant: datetime | None = None,
) -> DateCandidate:
    """A candidate; one with an instant is told in UTC."""
    return DateCandidate(
        kind=kind,
        role=role,
        raw_text=raw_text,
        local_day=day,
        instant_at=instant,
        utc_offset_minutes=None if instant is None else 0,
    )


def masthead(raw_text: str, day: date) -> DateCandidate:
    """A day printed above the headline."""
    return candidate(DateKind.MASTHEAD, raw_text, day, DateRole.PAGE)


def judged(*candidates: DateCandidate, clues: tuple[ReferenceClue, ...] = ()) -> Publication:
    """The verdict on candidates."""
    return judge("a", candidates, clues)


def test_a_masthead_that_a_clue_contradicts_is_rejected_with_the_clue() -> None:
    """Nothing survives: no day is guessed, and both sides of the conflict are told."""
    found = judged(masthead("Tuesday, June 17, 2025", date(2025, 6, 17)), clues=(ELECT,))
    assert (found.published_day, found.published_method) == (None, PublishedMethod.NONE)
    assert (found.masthead_day, found.masthead_verdict) == (date(2025, 6, 17), MastheadVerdict.REJECTED)
    assert found.conflict_clue is ELECT
    assert found.conflicts[0].raw_text == "Tuesday, June 17, 2025"


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("26 March", MastheadVerdict.ACCEPTED),
        ("Sunday, 16 April", MastheadVerdict.ACCEPTED),
        ("2023", MastheadVerdict.ACCEPTED),
        ("Monday, 16 April", MastheadVerdict.REJECTED),
        ("2 December", MastheadVerdict.REJECTED),
        ("Saturday", MastheadVerdict.ACCEPTED),
        ("Friday", MastheadVerdict.ACCEPTED),
        ("Sunday", MastheadVerdict.REJECTED),
        ("1998", MastheadVerdict.REJECTED),
    ],
)
def test_a_masthead_needs_the_content_to_agree(words: str, verdict: MastheadVerdict) -> None:
    """A date near it whose weekday fits, or its year; the day a page was shown has neither."""
    text = candidate(DateKind.TEXT, words, None, DateRole.PAGE)
    found = judged(masthead("18 March 2023", date(2023, 3, 18)), text)
    assert found.masthead_verdict is verdict
    assert (found.published_day is not None) == (verdict is MastheadVerdict.ACCEPTED)


def test_of_weekdays_only_the_first_of_the_opening_confirms_a_masthead() -> None:
    """One of several fits by chance; the newest day of a story stands at its beginning."""
    body = "The harbour was closed on {} because of ice. " + "Boats lay still. " * 40 + "It opened again on {}."
    for first, later, verdict in (
        ("Friday", "Monday", MastheadVerdict.ACCEPTED),
        ("Monday", "Friday", MastheadVerdict.REJECTED),
        ("that day", "Friday", MastheadVerdict.REJECTED),
    ):
        found = judged(masthead("18 March 2023", date(2023, 3, 18)), *text_candidates(body.format(first, later)))
        assert found.masthead_verdict is verdict


def test_a_masthead_without_any_evidence_is_no_conflict() -> None:
    """It is only not believed."""
    found = judged(masthead("18 March 2023", date(2023, 3, 18)))
    assert (found.published_day, found.conflicts) == (None, ())


def test_a_swapped_stored_day_gives_way_to_the_printed_one() -> None:
    """5 March is stored, 3 May is printed."""
    stored = candidate(DateKind.METADATA, "2023-03-05T07:30:00Z", date(2023, 3, 5))
    printed = candidate(DateKind.MASTHEAD, "Wednesday 3 May 2023", date(2023, 5, 3))
    found = judged(stored, printed)
    assert (found.published_day, found.published_method) == (date(2023, 5, 3), PublishedMethod.MASTHEAD)
    assert found.conflicts[0].contradicting_text == "Wednesday 3 May 2023"
    assert judged(replace(stored, local_day=date(2023, 3, 15)), printed).published_day == date(2023, 3, 15)


def test_of_two_readings_the_one_that_fits_is_taken() -> None:
    """03/05/2023 beside talk of early May; with nothing to decide neither is believed."""
    readings = (masthead("03/05/2023", date(2023, 5, 3)), masthead("03/05/2023", date(2023, 3, 5)))
    text = candidate(DateKind.TEXT, "2 May", None, DateRole.PAGE)
    assert judged(*readings, text).published_day == date(2023, 5, 3)
    assert judged(*readings).published_day is None


def test_nothing_after_the_crawl_is_believed() -> None:
    """The publication lies before the crawl or on its day."""
    crawl = candidate(DateKind.CRAWL, "2023-03-01", date(2023, 3, 1), DateRole.SEEN)
    stored = candidate(DateKind.METADATA, "2023-03-05", date(2023, 3, 5))
    found = judged(stored, crawl)
    assert found.published_day is None
    assert found.dates[0].verdict is DateVerdict.REJECTED


def test_an_update_is_never_the_publication() -> None:
    """Even when it is all there is; printed, it is a masthead that is not believed."""
    stored = candidate(DateKind.METADATA, "2023-03-05", date(2023, 3, 5), DateRole.UPDATED)
    assert judged(stored).published_day is None
    found = judged(candidate(DateKind.MASTHEAD, "5 March 2023", date(2023, 3, 5), DateRole.UPDATED))
    assert (found.published_day, found.masthead_verdict) == (None, MastheadVerdict.REJECTED)


def test_the_publishers_own_day_beats_the_day_in_utc() -> None:
    """Half past ten in the evening UTC is the next day in Vienna, and the page says so."""
    stored = candidate(
        DateKind.METADATA,
        "2019-10-18T22:30:00Z",
        date(2019, 10, 18),
        instant=datetime(2019, 10, 18, 22, 30, tzinfo=UTC),
    )
    printed = candidate(DateKind.MASTHEAD, "19. Oktober 2019", date(2019, 10, 19))
    assert judged(stored, printed).published_day == date(2019, 10, 19)
    far = replace(printed, local_day=date(2019, 10, 21))
    assert judged(stored, far).published_day == date(2019, 10, 18)


def test_every_candidate_is_a_row_with_a_reason() -> None:
    """Also those that do not count, in their order."""
    found = judged(
        candidate(DateKind.FEED, "Fri, 01 Mar 2024", date(2024, 3, 1), DateRole.PAGE),
        candidate(DateKind.FEED, "Wed, 28 Feb 2024", date(2024, 2, 28)),
        candidate(DateKind.URL, "2024/02/27", date(2024, 2, 27)),
    )
    assert [row.verdict for row in found.dates] == [DateVerdict.UNUSED, DateVerdict.ACCEPTED, DateVerdict.UNUSED]
    assert [row.candidate_number for row in found.dates] == [0, 1, 2]
    assert all(row.reason for row in found.dates)


def test_what_the_user_gives_wins() -> None:
    """Over metadata and against clues."""
    given = candidate(DateKind.GIVEN, "2025-06-17", date(2025, 6, 17))
    stored = candidate(DateKind.METADATA, "2025-06-16", date(2025, 6, 16))
    assert judged(stored, given, clues=(ELECT,)).published_day == date(2025, 6, 17)


def test_a_stored_day_long_after_the_day_in_the_address_is_that_of_a_move() -> None:
    """The address keeps the day on which the page was made, unless the page itself prints the stored one."""
    stored = candidate(DateKind.METADATA, "2021-09-30", date(2021, 9, 30))
    address = candidate(DateKind.URL, "2018/03/06", date(2018, 3, 6))
    assert judged(stored, address).published_day == date(2018, 3, 6)
    printed = candidate(DateKind.MASTHEAD, "30 September 2021", date(2021, 9, 30))
    assert judged(stored, address, printed).published_day == date(2021, 9, 30)
    near = candidate(DateKind.METADATA, "2018-03-08", date(2018, 3, 8))
    assert judged(near, address).published_day == date(2018, 3, 8)
