"""Publication days and copies that a reader should look at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from extractors.calendar.page_findings import copy_findings, publication_findings
from extractors.claims import ReferenceClue
from extractors.days import Days
from schemas import ArticleDate
from schemas.enumerations import CheckName, DateKind, DateRole, DateVerdict
from tests.extractors.calendar.corpus import article, day, mention


def candidate(raw: str, local: date, kind: DateKind, verdict: DateVerdict, number: int = 0) -> ArticleDate:
    return ArticleDate(
        article_id="a",
        candidate_number=number,
        kind=kind,
        role=DateRole.PUBLISHED,
        raw_text=raw,
        local_day=local,
        instant_at=None,
        utc_offset_minutes=None,
        verdict=verdict,
        reason="because",
    )


CLUE = ReferenceClue(
    days=Days(date(2020, 11, 3), date(2021, 1, 19)),
    rule="elected",
    quote="US President-elect",
    start_offset=0,
    end_offset=18,
)


def test_rejected_masthead_is_quoted_with_what_excludes_it() -> None:
    """Both sides, though the masthead stands outside the body."""
    masthead = candidate("Tuesday, June 15, 2021", date(2021, 6, 15), DateKind.MASTHEAD, DateVerdict.REJECTED)
    corpus = article("a", [mention("a:1", "2020-12-01")], clues=[CLUE], dates=[masthead])
    (found,) = publication_findings(corpus)
    assert found.finding.check_name is CheckName.PUBLICATION_DATE_CONFLICT
    assert [row.quote for row in found.evidence] == ["Tuesday, June 15, 2021", "US President-elect"]
    assert found.evidence[0].start_offset is None


def test_printed_day_of_another_year_is_shown_though_nobody_asked_for_it() -> None:
    """The machine-readable day was believed at once; the printed one stands on the page and cannot be right."""
    printed = candidate("2 June 2019", date(2019, 6, 2), DateKind.MASTHEAD, DateVerdict.UNUSED)
    told = [mention("a:1", "2020-12-01")]
    (found,) = publication_findings(article("a", told, published="2020-12-02", clues=[CLUE], dates=[printed]))
    assert [row.quote for row in found.evidence] == ["2 June 2019", "US President-elect"]
    assert not list(publication_findings(article("a", told, published="2020-12-02", dates=[printed])))


def test_swapped_machine_day_is_quoted_with_the_printed_one() -> None:
    """A machine-readable day whose day and month are swapped, against the day that the page prints."""
    swapped = candidate("2023-03-05", date(2023, 3, 5), DateKind.METADATA, DateVerdict.REJECTED)
    printed = candidate("Wednesday 3 May 2023", date(2023, 5, 3), DateKind.MASTHEAD, DateVerdict.ACCEPTED, 1)
    corpus = article("a", [mention("a:1", "2023-05-02")], published="2023-05-03", dates=[swapped, printed])
    (found,) = publication_findings(corpus)
    assert [row.quote for row in found.evidence] == ["2023-03-05", "Wednesday 3 May 2023"]


def test_believed_day_outweighs_a_clue() -> None:
    """A clue that contradicts the accepted day of publication speaks against no other candidate."""
    other = candidate("June 15, 2021", date(2021, 6, 15), DateKind.MASTHEAD, DateVerdict.REJECTED)
    corpus = article("a", [mention("a:1", "2021-06-01")], published="2021-06-16", clues=[CLUE], dates=[other])
    assert list(publication_findings(corpus)) == []


def test_copies_show_what_both_print() -> None:
    """The quote stands in both bodies, at the offsets told."""
    shared = "The talks at Marlow Hall ended late on Friday without a deal. "
    one = article("a", [mention("a:1", "2024-05-03")], published="2024-05-04")
    bodies = {"a": shared + "More of it.", "b": "Another start. " + shared}
    assert one.article.published_day == day("2024-05-04")
    (found,) = copy_findings("b", bodies["b"], "a", bodies["a"])
    for row in found.evidence:
        assert bodies[row.article_id][row.start_offset : row.end_offset] == row.quote
    assert replace(found.finding, is_acknowledged=True).check_name is CheckName.DUPLICATE_ARTICLE
