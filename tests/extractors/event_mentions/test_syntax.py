from __future__ import annotations

import pytest

from extractors.event_mentions.syntax import Tense, clause_verb, governor, is_infinitive, particle_lemma, tense
from tests.extractors.event_mentions.bracketed import events_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She [left].", Tense.PAST),
        ("She was [seen].", Tense.PAST),
        ("She has [left].", Tense.PERFECT),
        ("She had [left].", Tense.PLUPERFECT),
        ("She [leaves] today.", Tense.PRESENT),
        ("She is [leaving].", Tense.PROGRESSIVE),
        ("She will [leave].", Tense.FUTURE),
        ("She might [leave].", Tense.MODAL),
        ("She might have [left].", Tense.MODAL_PERFECT),
        ("She wants to [leave].", Tense.INFINITIVE),
    ],
)
def test_tense_is_read_off_the_verb_and_its_auxiliaries(text: str, expected: Tense) -> None:
    """Each form of a verb has one tense."""
    (span,) = events_of(text)[1]
    assert tense(span.root) is expected


def test_a_particle_is_part_of_its_verb() -> None:
    """``called off`` is one word; ``called`` alone is another."""
    (span,) = events_of("The mayor [called] off the visit.")[1]
    assert particle_lemma(span.root) == "call_off"


def test_the_clause_of_a_noun_is_that_of_its_verb() -> None:
    """A noun under a preposition belongs to the verb above, and the preposition is told apart."""
    _, (span,) = events_of("The mayor spoke at the [meeting].")
    assert clause_verb(span.root).text == "spoke"
    above, preposition = governor(span.root)
    assert (above.text, preposition.text if preposition else None) == ("spoke", "at")


def test_an_infinitive_is_marked_by_to() -> None:
    """Bare forms after a modal are none."""
    assert is_infinitive(events_of("She hopes to [win].")[1][0].root)
    assert not is_infinitive(events_of("She will [win].")[1][0].root)
