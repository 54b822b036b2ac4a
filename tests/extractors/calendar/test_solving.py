"""The calendar as a whole: event days, statuses, disputes, reference days, and what may not change them."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from typing import Any

from extractors.calendar import Calendar
from extractors.claims import RepeatedBlock
from schemas import Correction, Event
from schemas.corrections import CorrectionKind
from schemas.enumerations import CheckName, DayRole, EventType, IntervalKind, ReferenceMethod, Status
from tests.extractors.calendar.corpus import Copied, article, day, mention, order, solved, untimed


def event(found: Calendar, event_id: str) -> Event:
    return next(row for row in found.events if row.event_id == event_id)


def days(found: Calendar, event_id: str) -> tuple[date | None, date | None]:
    row = event(found, event_id)
    return row.first_day, row.last_day


def correction(kind: CorrectionKind, **fields: Any) -> Correction:
    return Correction(kind=kind, who="Ada", day=date(2024, 4, 1), why="the minutes say so", **fields)


def checks(found: Calendar) -> list[CheckName]:
    return sorted(row.check_name for row in found.findings)


def test_sources_sharpen_each_other() -> None:
    """An event takes the days on which all its sources agree; a claim keeps what its own article tells."""
    found = solved(
        [
            article("a", [mention("a:1", "2024-02-01", "2024-02-29")], published="2024-03-02"),
            article("b", [mention("b:1", "2024-02-14")], published="2024-03-05"),
        ],
        {"talks": ["a:1", "b:1"]},
    )
    assert days(found, "talks") == (day("2024-02-14"), day("2024-02-14"))
    assert found.claims[0].mentions[0].last_day == day("2024-02-29")
    assert not found.findings


def test_untimed_claim_takes_the_days_of_its_event() -> None:
    """Where an article gives no time, its claim shows the days that other articles give."""
    found = solved(
        [
            article("a", [untimed("a:1", None, "2024-03-02")], published="2024-03-02"),
            article("b", [mention("b:1", "2024-02-14")], published="2024-03-05"),
        ],
        {"talks": ["a:1", "b:1"]},
    )
    assert found.claims[0].mentions[0].first_day == day("2024-02-14")
    assert found.claims[0].mentions[0].told_first_day is None


def test_dispute_keeps_both_days_and_is_reported() -> None:
    """Two sources, two days: the event holds both, one claim is set aside in the bounds, both are quoted."""
    found = solved(
        [
            article("a", [mention("a:1", "2024-02-14")], published="2024-03-02"),
            article("b", [mention("b:1", "2024-02-16")], published="2024-03-05"),
        ],
        {"talks": ["a:1", "b:1"]},
    )
    assert days(found, "talks") == (day("2024-02-14"), day("2024-02-16"))
    assert event(found, "talks").has_conflict
    assert checks(found) == [CheckName.DATE_CONFLICT]
    assert {row.article_id for row in found.finding_evidence} == {"a", "b"}
    assert sum(row.is_set_aside for row in found.day_bounds) == 1


def test_copies_are_one_source() -> None:
    """A wire story that two pages print contradicts itself nowhere and counts once."""
    found = solved(
        [
            article("a", [mention("a:1", "2024-02-14")], published="2024-03-02"),
            article("b", [mention("b:1", "2024-02-16")], published="2024-03-02"),
        ],
        {"talks": ["a:1", "b:1"]},
        {"a": Copied(None, "a"), "b": Copied("a", "a")},
    )
    assert event(found, "talks").source_count == 1
    assert CheckName.DATE_CONFLICT not in checks(found)
    assert days(found, "talks") == (day("2024-02-14"), day("2024-02-14"))


def test_moved_plan_is_no_conflict() -> None:
    """A new day for a plan beats the old one without any finding."""
    plan = {"status": Status.PLANNED, "day_role": DayRole.PLAN}
    found = solved(
        [
            article("a", [mention("a:1", "2024-05-01", **plan)], published="2024-03-02"),
            article("b", [mention("b:1", "2024-05-09", **plan)], published="2024-03-05"),
        ],
        {"vote": ["a:1", "b:1"]},
    )
    assert days(found, "vote") == (day("2024-05-09"), day("2024-05-09"))
    assert event(found, "vote").day_role is DayRole.PLAN
    assert not found.findings


def test_status_is_that_of_the_latest_source_but_plans_unmake_nothing() -> None:
    """Canceled beats planned; what took place is not undone by an article that still plans it."""
    found = solved(
        [
            article("a", [mention("a:1", "2024-05-01", status=Status.PLANNED)], published="2024-03-02"),
            article("b", [mention("b:1", "2024-05-01", status=Status.CANCELED)], published="2024-03-05"),
            article("c", [mention("c:1", "2024-04-01")], published="2024-04-02"),
            article("d", [mention("d:1", "2024-04-01", status=Status.PLANNED)], published="2024-04-03"),
        ],
        {"vote": ["a:1", "b:1"], "march": ["c:1", "d:1"]},
    )
    assert event(found, "vote").status is Status.CANCELED
    assert event(found, "march").status is Status.OCCURRED
    assert [row.status for row in found.event_status if row.event_id == "vote"] == [Status.PLANNED, Status.CANCELED]


def test_undated_article_lies_between_what_it_calls_past_and_what_it_calls_coming() -> None:
    """Other articles' days bound an article without a day of its own, and the explanation says by what."""
    coming = untimed("u:2", None, None, status=Status.PLANNED, status_cue="upcoming", trigger="vote")
    found = solved(
        [
            article("u", [untimed("u:1", None, None), coming], reference=("2020-01-01", None)),
            article("a", [mention("a:1", "2024-02-14")], published="2024-03-02"),
            article("b", [mention("b:1", "2024-02-20")], published="2024-03-02"),
        ],
        {"talks": ["u:1", "a:1"], "vote": ["u:2", "b:1"]},
    )
    undated = found.claims[2].article
    assert (undated.reference_first_day, undated.reference_last_day) == (day("2024-02-14"), day("2024-02-20"))
    assert undated.reference_method is ReferenceMethod.OTHER_ARTICLES
    assert "upcoming" in undated.reference_explanation


def test_order_against_days_is_reported_as_order() -> None:
    """A told order that the told days exclude is an order conflict that quotes both articles."""
    found = solved(
        [
            article("a", [mention("a:1", "2024-02-01"), mention("a:2", "2024-02-10")], published="2024-03-02"),
            article(
                "b",
                [untimed("b:1", None, "2024-03-05"), untimed("b:2", None, "2024-03-05")],
                published="2024-03-05",
                relations=[order("b:1", "b:2", 1, None)],
            ),
        ],
        {"vote": ["a:1", "b:1"], "suit": ["a:2", "b:2"]},
    )
    assert checks(found) == [CheckName.ORDER_CONFLICT]
    assert {row.article_id for row in found.finding_evidence} == {"a", "b"}


def test_stretch_is_not_narrowed_by_a_day_inside_it() -> None:
    """Something that went on from one day to another also took place on each day between."""
    found = solved(
        [
            article(
                "a",
                [mention("a:1", "2024-02-05", "2024-02-07", interval_kind=IntervalKind.THROUGHOUT)],
                published="2024-03-02",
            ),
            article("b", [mention("b:1", "2024-02-06")], published="2024-02-07"),
        ],
        {"strike": ["a:1", "b:1"]},
    )
    assert days(found, "strike") == (day("2024-02-05"), day("2024-02-07"))
    assert event(found, "strike").interval_kind is IntervalKind.THROUGHOUT


def test_correction_stands_above_articles_and_dismissal_sticks() -> None:
    """A corrected day is the event's day; a dismissed finding stays acknowledged."""
    fifteenth = day("2024-02-15")
    corpus = [
        article("a", [mention("a:1", "2024-02-14")], published="2024-03-02"),
        article("b", [mention("b:1", "2024-02-16")], published="2024-03-05"),
    ]
    groups = {"talks": ["a:1", "b:1"]}
    finding_id = solved(corpus, groups).findings[0].finding_id
    redate = correction(CorrectionKind.REDATE, event_ids=("talks",), first_day=fifteenth, last_day=fifteenth)
    dismiss = correction(CorrectionKind.DISMISS, finding_id=finding_id)
    assert days(solved(corpus, groups, corrections=[redate]), "talks") == (fifteenth, fifteenth)
    assert [row.is_acknowledged for row in solved(corpus, groups, corrections=[dismiss]).findings] == [True]


def test_order_of_articles_changes_nothing() -> None:
    """The same calendar whatever the order in which articles are given."""
    chance = random.Random(5)  # noqa: S311 - a shuffle, no secrets
    corpus = [
        article(
            f"a{n}",
            [mention(f"a{n}:1", f"2024-02-{10 + n % 4}"), untimed(f"a{n}:2", None, "2024-03-02")],
            published=None if n == 3 else "2024-03-02",
            relations=[order(f"a{n}:2", f"a{n}:1", 1, 3)],
        )
        for n in range(8)
    ]
    groups = {"one": [f"a{n}:1" for n in range(8)], "two": [f"a{n}:2" for n in range(8)]}
    expected = solved(corpus, groups)
    for _ in range(5):
        chance.shuffle(corpus)
        assert solved(corpus, groups) == expected


def test_solving_again_changes_nothing() -> None:
    """The claims of a calendar, solved again, give the same events: nothing is sharpened twice."""
    corpus = [
        article("u", [untimed("u:1", None, None)], reference=("2020-01-01", None)),
        article("a", [mention("a:1", "2024-02-14")], published="2024-03-02"),
    ]
    groups = {"talks": ["u:1", "a:1"]}
    once = solved(corpus, groups)
    again = solved(once.claims, groups)
    assert again.events == once.events
    assert [one.article.reference_first_day for one in again.claims] == [
        one.article.reference_first_day for one in once.claims
    ]


def test_repeated_block_is_quoted_once() -> None:
    """A page that prints a block twice gets one finding, with a quote that stands in the body."""
    corpus = article("a", [mention("a:1", "2024-02-14")], published="2024-03-02")
    body = corpus.text.body_text
    corpus = replace(corpus, repeated_blocks=(RepeatedBlock(quote=body[:30], start_offset=0, end_offset=30),))
    found = solved([corpus], {"talks": ["a:1"]})
    assert checks(found) == [CheckName.DUPLICATE_BLOCK]
    assert found.finding_evidence[0].quote == body[:30]


def test_every_event_has_evidence_and_every_mention_an_event() -> None:
    """Groups whose mentions no article tells give no event."""
    found = solved(
        [article("a", [mention("a:1", "2024-02-14")], published="2024-03-02")], {"talks": ["a:1"], "ghost": ["z:1"]}
    )
    assert [row.event_id for row in found.events] == ["talks"]
    assert event(found, "talks").mention_count == 1


def test_status_holds_since_it_was_announced() -> None:
    """A plan announced in October was to be known in October, whenever the article was written."""
    sentence = "In October she announced that the two would meet."
    words: dict[str, Any] = {"sentence": sentence, "attribution_verb": "announced"}
    said = mention(
        "a:1", "2025-10-01", "2025-10-31", sentence=sentence, trigger="announced", event_type=EventType.STATEMENT
    )
    plan = untimed("a:2", "2025-10-01", None, status=Status.PLANNED, trigger="meet", day_role=DayRole.PLAN, **words)
    found = solved([article("a", [said, plan], published="2025-11-10")], {"word": ["a:1"], "meeting": ["a:2"]})
    (history,) = [row for row in found.event_status if row.event_id == "meeting"]
    assert (history.first_day, history.last_day) == (day("2025-10-01"), day("2025-10-31"))
    assert history.reported_first_day == day("2025-11-10")
