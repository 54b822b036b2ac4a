"""What must hold of merging whatever the articles, and what it decides in plain cases."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.claims import ArticleClaims
from extractors.events import EventIndex, Merging, merge
from schemas import Correction, CorrectionKind
from schemas.enumerations import EventType, Status
from tests.extractors.events.telling import Line, article

MAY = date(2031, 5, 6)
BOTH = ("Callum Orde", "Moira Fenn")

SUMMIT = article(
    "one",
    [
        Line(
            text="Orde and Fenn will hold a *summit* in Kirkmuir.",
            mode="summit",
            parties=BOTH,
            place="Kirkmuir",
            first=MAY,
            status=Status.PLANNED,
        ),
        Line(text="The *talks* are about fish.", mode="negotiate", parties=BOTH, first=MAY, status=Status.PLANNED),
    ],
)
LATER = article(
    "two", [Line(text="After the *summit* in Kirkmuir Orde smiled.", mode="summit", parties=BOTH, place="Kirkmuir")]
)
CALL = article("three", [Line(text="Orde *telephoned* Fenn.", mode="call", parties=BOTH, first=date(2031, 6, 1))])
CALLED_OFF = article(
    "four", [Line(text="The *summit* was called off.", mode="summit", parties=BOTH, first=MAY, status=Status.CANCELED)]
)
STORIES = (SUMMIT, LATER, CALL, CALLED_OFF)


def together(merging: Merging, *claims: ArticleClaims) -> bool:
    """All mentions of these articles are one event."""
    return len({merging.event_of[one.mention_id] for each in claims for one in each.mentions}) == 1


def test_a_summit_its_talks_and_its_cancellation_are_one_event_but_a_call_is_another() -> None:
    """Mentions of a plan, of the talks, of a later look back and of the calling-off share the event."""
    merging = merge(STORIES, ())
    assert together(merging, SUMMIT, LATER, CALLED_OFF)
    assert not together(merging, SUMMIT, CALL)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Line(text="The first *round* began.", parties=BOTH, first=MAY, mode="negotiate"),
         Line(text="The second *round* began.", parties=BOTH, first=MAY, mode="negotiate")),
        (Line(text="They held a *meeting* in Kirkmuir.", parties=BOTH, first=MAY, place="Kirkmuir"),
         Line(text="They held a *meeting* in Velden.", parties=BOTH, first=MAY, place="Velden")),
        (Line(text="They held a *meeting*.", parties=BOTH, first=MAY),
         Line(text="They held a *meeting*.", parties=BOTH, first=date(2031, 5, 8))),
        (Line(text="Orde *said* no.", event_type=EventType.STATEMENT, mode="say", parties=("Callum Orde",), first=MAY),
         Line(text="Fenn *said* no.", event_type=EventType.STATEMENT, mode="say", parties=("Moira Fenn",), first=MAY)),
        (Line(text="Orde held the *talks* there.", parties=("Callum Orde", "Mira Halasz"), first=MAY),
         Line(text="Orde held the *talks* there.", parties=("Callum Orde", "Jozef Marin"), first=MAY)),
        (Line(text="Five *visits* by Orde are known.", parties=("Callum Orde",), count=5, mode="visit", first=MAY),
         Line(text="A *visit* by Orde is known.", parties=("Callum Orde",), mode="visit", first=MAY)),
    ],
    ids=["ordinals", "places", "days", "speakers", "partners", "counts"],
)  # fmt: skip
def test_facts_that_one_event_cannot_have_keep_mentions_apart(one: Line, other: Line) -> None:
    """Different rounds, towns, days, speakers, partners, and a count of several against one."""
    claims = [article("a", [one]), article("b", [other])]
    assert len(merge(claims, ()).groups) == 2


def test_one_ruling_told_with_two_dates_stays_one_event() -> None:
    """What happens once may be dated differently: that is a contradiction to report, not two events."""
    told = [
        Line(text=f"The *election* in Dravia was won by Halasz {word}.", event_type=EventType.ELECTION, mode="vote",
             parties=("Mira Halasz",), first=date(2031, 3, day))
        for word, day in (("easily", 24), ("narrowly", 28))
    ]  # fmt: skip
    assert len(merge([article("a", told[:1]), article("b", told[1:])], ()).groups) == 1


@pytest.mark.parametrize(("mode", "is_one"), [("resign", True), ("decide", False)])
def test_what_befalls_a_person_once_may_be_told_with_two_dates(mode: str, is_one: bool) -> None:
    """A resignation told for two days near each other is one, with a conflict; two decisions are two."""
    told = [
        Line(text=f"Callum Orde of Antora {verb} on {day}.", event_type=EventType.OTHER, mode=mode,
             parties=("Callum Orde",), first=date(2031, 5, day), last=date(2031, 5, day))
        for verb, day in (("*resigned*", 6), ("*resigned*", 7))
    ]  # fmt: skip
    one, other = (article(f"paper {number}", [line], body="Orde left the Antora Palace in Velden.")
                  for number, line in enumerate(told))  # fmt: skip
    assert together(merge([one, other], ()), one, other) == is_one


def test_a_surname_is_the_full_name_of_another_article() -> None:
    """Fenn of one article is Moira Fenn of the other, under one actor id."""
    short = article("short", [Line(text="Fenn *met* Orde.", parties=("Fenn", "Callum Orde"), first=MAY)])
    merging = merge([SUMMIT, short], ())
    ids = {merging.canonical_actor(one.actor_id) for each in (SUMMIT, short) for one in each.actors}
    assert len(ids) == 2


def test_labels_say_who_did_what_where() -> None:
    """The label has the parties' short names, the act as the articles call it, and the place."""
    merging = merge([SUMMIT, LATER], ())
    assert set(merging.labels.values()) == {"Orde-Fenn summit, Kirkmuir"}


def test_corrections_beat_the_rules() -> None:
    """A merge joins what the rules keep apart, a split takes out what they join; ids lead on."""
    first = merge(STORIES, ())
    summit, call = first.event_of[SUMMIT.mentions[0].mention_id], first.event_of[CALL.mentions[0].mention_id]
    told = {"who": "reader", "day": MAY, "why": "because"}
    joined = merge(
        STORIES,
        first.ledger,
        [Correction(kind=CorrectionKind.MERGE, event_ids=(summit, call), **told)],  # type: ignore[arg-type]
    )
    assert together(joined, *STORIES)
    assert len(joined.redirects) == 1
    later = LATER.mentions[0].mention_id
    split = merge(
        STORIES,
        first.ledger,
        [Correction(kind=CorrectionKind.SPLIT, event_ids=(summit,), mention_ids=(later,), **told)],  # type: ignore[arg-type]
    )
    assert split.groups[split.event_of[later]] == (later,)
    assert split.event_of[SUMMIT.mentions[0].mention_id] == summit
    assert [row.event_id for row in split.redirects] == [split.event_of[later]]


LINES = st.builds(
    Line,
    text=st.sampled_from(
        ["The *summit* was long.", "They *met* in the rain.", "A *visit* took place.", "The *talks* went on.",
         "Both *met* again in the third round.", "The *summit* in Velden ended."]
    ),
    mode=st.sampled_from(["summit", "meet", "visit", "negotiate", None]),
    parties=st.sampled_from([(), BOTH, BOTH[:1], BOTH[1:], ("Fenn",), ("Mira Halasz", "Callum Orde")]),
    place=st.sampled_from([None, "Velden", "Kirkmuir"]),
    first=st.sampled_from([None, MAY, date(2031, 5, 7), date(2031, 9, 1)]),
    status=st.sampled_from([Status.OCCURRED, Status.PLANNED, Status.CANCELED]),
)  # fmt: skip
ARTICLES = st.lists(st.lists(LINES, min_size=1, max_size=5), min_size=1, max_size=7).map(
    lambda many: [article(f"article {number}", lines) for number, lines in enumerate(many)]
)


@settings(max_examples=60, deadline=None)
@given(claims=ARTICLES, seed=st.integers(0, 9))
def test_the_order_of_articles_does_not_change_events(claims: list[ArticleClaims], seed: int) -> None:
    """On an empty ledger groups, ids, labels and actors are the same whatever the order."""
    shuffled = random.Random(seed).sample(claims, len(claims))  # noqa: S311 - no secret is drawn here
    one, other = merge(claims, ()), merge(shuffled, ())
    assert (one.groups, one.ledger, one.labels, one.actor_ids) == (
        other.groups, other.ledger, other.labels, other.actor_ids
    )  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(claims=ARTICLES)
def test_every_mention_is_in_exactly_one_event_and_the_ledger_keeps_ids(claims: list[ArticleClaims]) -> None:
    """No event without a mention, no mention twice, and merging again with the ledger changes nothing."""
    first = merge(claims, ())
    held = [mention for group in first.groups.values() for mention in group]
    assert sorted(held) == sorted(one.mention_id for each in claims for one in each.mentions)
    assert all(first.groups.values())
    again = merge(claims, first.ledger)
    assert (again.groups, again.ledger, again.redirects) == (first.groups, first.ledger, first.redirects)


@settings(max_examples=60, deadline=None)
@given(claims=ARTICLES, data=st.data())
def test_an_index_that_grew_answers_as_a_new_one(claims: list[ArticleClaims], data: st.DataObject) -> None:
    """Articles that come, change and go one call after another leave what a full merge of the rest gives."""
    index = EventIndex()
    for _ in range(3):
        present: Sequence[ArticleClaims] = data.draw(st.lists(st.sampled_from(claims), unique_by=id))
        grown, fresh = index.merge(present, ()), merge(present, ())
        assert (grown.groups, grown.labels, grown.actor_ids) == (fresh.groups, fresh.labels, fresh.actor_ids)


def test_ids_stay_with_the_ledger_when_articles_come_and_go() -> None:
    """A later article joins the event without changing its id; a bridge that joins two events redirects one."""
    before = merge([SUMMIT], ())
    after = merge([LATER, SUMMIT], before.ledger)
    assert set(before.groups) == set(after.groups)
    apart = merge([CALL, SUMMIT], ())
    assert set(merge([SUMMIT], apart.ledger).groups) <= set(apart.groups)
    assert merge([SUMMIT], apart.ledger).ledger == apart.ledger
