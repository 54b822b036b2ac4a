"""Told numbers of events against the events that the articles show."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.claims import ArticleClaims
from schemas.enumerations import CheckName, CountOperator, CountVerdict, EventType
from tests.extractors.calendar.corpus import article, counting, mention, solved

ACTORS = ["Orla Finch", "Union of Weavers"]


def corpus(count: int) -> tuple[list[ArticleClaims], dict[str, list[str]]]:
    talks = [mention("a:1", "2024-01-11"), mention("a:2", "2024-01-25"), mention("a:3", "2024-02-13")]
    shown = article("a", talks, published="2024-02-20", parties={row.mention_id: ACTORS for row in talks})
    claim = counting("b:1", "2024-01-01", "2024-01-31", count)
    told = article("b", [claim], published="2024-02-28", parties={"b:1": ACTORS})
    return [shown, told], {"one": ["a:1"], "two": ["a:2"], "three": ["a:3"], "count": ["b:1"]}


def test_fewer_found_is_reported_with_those_that_were_found() -> None:
    """Three told for January, two shown: a warning that quotes the claim and both; February's talks are outside."""
    found = solved(*corpus(3))
    (claim,) = found.count_claims
    assert (claim.found_count, claim.possible_count, claim.verdict) == (2, 2, CountVerdict.FEWER_FOUND)
    (finding,) = found.findings
    assert finding.check_name is CheckName.COUNT_MISMATCH
    assert [row.mention_id for row in found.finding_evidence] == ["b:1", "a:1", "a:2"]


def test_matched_count_is_no_finding() -> None:
    """As many as told."""
    found = solved(*corpus(2))
    assert [row.verdict for row in found.count_claims] == [CountVerdict.MATCHED]
    assert not found.findings


def test_count_without_any_listed_member_is_unverifiable() -> None:
    """Nothing shown, nothing to compare with: no finding."""
    claim = article(
        "b", [counting("b:1", "2024-01-01", "2024-01-31", 5)], published="2024-02-28", parties={"b:1": ACTORS}
    )
    found = solved([claim], {"count": ["b:1"]})
    assert [row.verdict for row in found.count_claims] == [CountVerdict.UNVERIFIABLE]
    assert not found.findings


def test_two_numbers_for_one_closed_time_are_reported() -> None:
    """Two sources that count the same purchases of a year that is over, differently."""
    bought = {"event_type": EventType.BUSINESS, "time_text": "fiscal 2022"}
    articles = [
        article(one, [counting(f"{one}:1", "2021-07-01", "2022-06-30", n, **bought)], published="2023-01-01",
                parties={f"{one}:1": ["Corbel"]})
        for one, n in (("a", 2), ("b", 3))
    ]  # fmt: skip
    found = solved(articles, {"purchases": ["a:1", "b:1"]})
    assert [row.check_name for row in found.findings] == [CheckName.COUNT_MISMATCH]


@pytest.mark.parametrize(
    ("days", "counts", "operators", "is_conflict"),
    [
        (("2024-01-31", "2024-02-10"), (5, 3), ("exactly", "exactly"), True),
        (("2024-01-31", "2024-02-10"), (3, 5), ("exactly", "exactly"), False),
        (("2024-02-09", "2024-02-10"), (3, 5), ("at_least", "exactly"), False),
        (("2024-02-09", "2024-02-10"), (30, 35), ("about", "exactly"), False),
        (("2024-02-09", "2024-02-10"), (3, 500), ("exactly", "exactly"), False),
    ],
    ids=["fewer were told later", "more were told later", "more than", "about", "another measure"],
)
def test_only_numbers_that_exclude_each_other_are_reported(
    days: tuple[str, str], counts: tuple[int, int], operators: tuple[str, str], *, is_conflict: bool
) -> None:
    """A number told while its time lasts may grow, and some words leave room for more."""
    articles = [
        article(one, [replace(counting(f"{one}:1", "2024-01-01", "2024-01-31", count, event_type=EventType.BUSINESS,
                               time_text=f"words of {one}"), count_operator=CountOperator(operator))],
                published=published, parties={f"{one}:1": ["Corbel"]})
        for one, published, count, operator in zip("ab", days, counts, operators, strict=True)
    ]  # fmt: skip
    found = solved(articles, {"first": ["a:1"], "second": ["b:1"]})
    assert [row.check_name for row in found.findings] == [CheckName.COUNT_MISMATCH] * is_conflict


def test_growing_toll_is_no_finding() -> None:
    """Numbers of the dead count people: twelve and later thirty-nine is news, not a contradiction."""
    died = {"event_type": EventType.DEATH}
    articles = [
        article("a", [counting("a:1", "2023-10-07", "2023-10-07", 12, **died)], published="2023-10-08"),
        article("b", [counting("b:1", "2023-10-07", "2023-10-07", 39, **died)], published="2023-10-17"),
    ]
    found = solved(articles, {"deaths": ["a:1", "b:1"]})
    assert not found.count_claims
    assert not found.findings


@pytest.mark.parametrize(
    ("sentences", "is_conflict"),
    [
        (("Inspectors checked the pit three times.", "Inspectors checked the pit six times."), True),
        (("Inspectors checked the pit three times.", "Thieves checked the car six times."), False),
    ],
    ids=["the same act", "another act"],
)
def test_counts_of_nobody_named_are_compared_by_their_words(sentences: tuple[str, str], *, is_conflict: bool) -> None:
    """Who acts and what is done to it stand beside the trigger where no party has a name."""
    articles = [
        article(one, [counting(f"{one}:1", "2023-01-01", "2023-12-31", count, event_type=EventType.CONSULT,
                               trigger="checked", sentence=sentence, time_text="in 2023")],
                published="2024-02-08", parties={})
        for one, sentence, count in zip("ab", sentences, (3, 6), strict=True)
    ]  # fmt: skip
    found = solved(articles, {"first": ["a:1"], "second": ["b:1"]})
    assert [row.check_name for row in found.findings] == [CheckName.COUNT_MISMATCH] * is_conflict


def test_a_disputed_count_is_reported_once() -> None:
    """Where two sources differ the events shown are not held against each of them, too."""
    articles, groups = corpus(3)
    rival = counting("c:1", "2024-01-01", "2024-01-31", 5, time_text="in January")
    articles[1] = article(
        "b",
        [counting("b:1", "2024-01-01", "2024-01-31", 3, time_text="in January")],
        published="2024-02-28",
        parties={"b:1": ACTORS},
    )
    articles.append(article("c", [rival], published="2024-02-28", parties={"c:1": ACTORS}))
    found = solved(articles, groups | {"rival": ["c:1"]})
    assert [
        [row.mention_id for row in found.finding_evidence if row.finding_id == one.finding_id] for one in found.findings
    ] == [["b:1", "c:1"]]
