"""What is sieved out would have no score, and the score of two mentions does not depend on which is named first."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.events.actors import identify
from extractors.events.pairs import score
from extractors.events.sieve import Sieve
from extractors.events.signatures import Signature, signatures_of
from schemas.enumerations import EventType, Status
from tests.extractors.events.telling import Line, article
from tests.extractors.events.test_merge import LINES

TYPED = st.builds(
    Line,
    text=st.sampled_from(
        ["The *attack* on Velden.", "He *said* it twice.", "She *called* for calm.", "They *vowed* to go on."]
    ),
    event_type=st.sampled_from(
        [EventType.ASSAULT, EventType.DEATH, EventType.STATEMENT, EventType.REQUEST, EventType.AGREE, EventType.OTHER]
    ),
    mode=st.sampled_from(["say", "win", None]),
    parties=st.sampled_from([(), ("Callum Orde",), ("Mira Halasz",), ("Jozef Marin", "Callum Orde")]),
    first=LINES.map(lambda line: line.first),
    status=st.sampled_from([Status.OCCURRED, Status.PLANNED, Status.POSTPONED]),
    count=st.sampled_from([None, 2, 30]),
)


def signatures(told: list[list[Line]]) -> list[Signature]:
    """Those of one article for each list of lines."""
    claims = [article(f"article {number}", lines) for number, lines in enumerate(told)]
    actors = {row.actor_id: row for each in claims for row in each.actors}
    ids = identify(actors.values())
    return [one for each in claims for one in signatures_of(each, ids, actors)]


@settings(max_examples=100, deadline=None)
@given(told=st.lists(st.lists(LINES | TYPED, min_size=1, max_size=4), min_size=2, max_size=4))
def test_what_the_sieve_holds_back_has_no_score(told: list[list[Line]]) -> None:
    """Every pair with a score passes, whatever its order; most others do not matter."""
    members = signatures(told)
    sieve = Sieve()
    sieve.learn(range(len(members)), members)
    pairs = list(combinations(range(len(members)), 2))
    one, other = np.array(pairs, dtype=np.int64).T
    passes = sieve.passing(one, other)
    assert (passes == sieve.passing(other, one)).all()
    for (left, right), is_passing in zip(pairs, passes.tolist(), strict=True):
        points = score(members[left], members[right])
        assert points == pytest.approx(score(members[right], members[left]))
        assert is_passing or points is None


def test_a_number_given_anew_stands_for_the_new_mention() -> None:
    """What was kept under a number is forgotten when another mention takes it."""
    meeting = Line(text="They *met* in Velden.", parties=("Callum Orde", "Moira Fenn"), place="Velden")
    launch = Line(text="A rocket *exploded*.", event_type=EventType.LAUNCH, mode=None)
    one, other, another = signatures([[meeting], [launch], [meeting]])
    sieve = Sieve()
    sieve.learn([0, 1], [one, other])
    first, second = np.array([0]), np.array([1])
    assert not sieve.passing(first, second).any()
    sieve.learn([1], [another])
    assert sieve.passing(first, second).all()
