from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from extractors.event_mentions.status import read_status
from extractors.lexicons import load
from schemas.enumerations import Status
from tests.extractors.event_mentions.bracketed import events_of, status_of

_ENTRIES: list[dict[str, Any]] = [
    *load("selecting_predicates")["predicates"],
    *[entry for entries in load("status").values() for entry in entries],
]
_EXAMPLES = [example for entry in _ENTRIES for example in entry["examples"]]


@pytest.mark.parametrize("example", _EXAMPLES, ids=[e["text"] for e in _EXAMPLES])
def test_every_example_of_the_lexicons_reads_as_it_says(example: dict[str, str]) -> None:
    """Each entry carries sentences of its own; the event in brackets has the status beside it."""
    assert status_of(example["text"]) == example["status"]


def test_every_entry_carries_an_example() -> None:
    """An entry without an example is unfinished."""
    assert all(entry["examples"] for entry in _ENTRIES)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("There were no [arrests].", "negated"),
        ("There is no paper that tells how she [died].", "occurred"),
        ("The firm has been [filling] the reservoir since May.", "ongoing"),
        ("There will be no [strike] on Monday.", "negated"),
        ("The envoys may discuss it when they [meet] on Friday.", "planned"),
        ("The town denied reports that four cases were [found].", "denied"),
        ("The strike will begin in the port and [spread] to the airport.", "planned"),
        ("The strike began in the port and [spread] to the airport.", "occurred"),
    ],
)
def test_the_words_around_an_event_are_read_once_and_in_order(text: str, status: str) -> None:
    """One "no" negates once; what is denied of a report is denied; a bare form shares the modal before it."""
    assert status_of(text) == status


def test_no_predicate_stands_in_two_entries() -> None:
    """One lemma, one complement, one signature: otherwise the order of the file would decide."""
    seen = Counter(
        (key, lemma, complement)
        for entry in load("selecting_predicates")["predicates"]
        for key in ("verbs", "nouns", "adjectives")
        for lemma in entry.get(key, ())
        for complement in ("clause", "noun", "subject")
        if complement in entry
    )
    assert [what for what, count in seen.items() if count > 1] == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The mayor [resigned] on Monday.", Status.OCCURRED),
        ("The mayor will [resign] on Monday.", Status.PLANNED),
        ("The mayor is to [resign] on Monday.", Status.PLANNED),
        ("The mayor is going to [resign].", Status.PLANNED),
        ("The mayor may [resign].", Status.PROPOSED),
        ("The mayor did not [resign].", Status.NEGATED),
        ("The mayor has never [resigned].", Status.NEGATED),
        ("The mayor is not going to [resign].", Status.NEGATED),
        ("The mayor denied that he had [taken] bribes.", Status.DENIED),
        ("The mayor would [resign], his office said.", Status.PLANNED),
        ("Should the vote fail, the mayor would [resign].", Status.CONDITIONAL),
        ("If the mayor [resigns], the council will choose another.", Status.CONDITIONAL),
        ("Unless the firm pays, workers will [strike].", Status.CONDITIONAL),
        ("The [concert] planned for Friday will not be held.", Status.CANCELED),
        ("The mayor called off a [visit] that had been planned for Friday.", Status.CANCELED),
        ("The [election] had been set for 5 May and was put off.", Status.POSTPONED),
        ("The [talks] are due on Friday.", Status.PLANNED),
        ("There is talk that the mayor will [resign].", Status.RUMORED),
        ("The mayor is reportedly [ill].", Status.RUMORED),
        ("The army [holds] the port.", Status.ONGOING),
        ("The two sides are [negotiating].", Status.ONGOING),
        ("The mayor could have [resigned].", Status.NEGATED),
        ("Police found the van after the [attack].", Status.OCCURRED),
        ("The mayor will speak about the [attack].", Status.OCCURRED),
    ],
)
def test_status_follows_from_the_words_around(text: str, status: Status) -> None:
    """Tense, modality, negation, predicates, conditions and nouns decide together."""
    assert status_of(text) == status


def test_two_negations_cancel_each_other() -> None:
    """What somebody did not fail to do was done."""
    assert status_of("The mayor did not fail to [pay].") == "occurred"
    assert status_of("The mayor failed to [pay].") == "negated"


def test_worlds_nest() -> None:
    """A plan inside a condition is conditional, a refusal inside a plan is open."""
    assert status_of("If the mayor agrees to [resign], the party will rejoice.") == "conditional"
    assert status_of("The mayor is expected to refuse to [resign].") == "planned"


def test_a_relative_clause_does_not_inherit_the_main_clause() -> None:
    """What a noun did earlier happened, whatever is planned with it."""
    assert status_of("The firm will sue the driver who [hit] the bus.") == "occurred"


def test_the_cue_is_kept() -> None:
    """A reader can see which words decided."""
    (span,) = events_of("The union refused to [sign] the pact.")[1]
    assert read_status(span).cue == "refused"
    (span,) = events_of("The union [signed] the pact.")[1]
    assert read_status(span).cue is None
