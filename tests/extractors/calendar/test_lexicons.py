"""Every entry of the calendar's lexicons does what its own examples say."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from extractors import calendar, lexicons, time_expressions
from extractors.calendar.bounds import method_trust, precision_trust, source_trust
from extractors.calendar.clues import shows_past, wording
from schemas.enumerations import Precision

OFFICES = lexicons.load("office_holders")["offices"]
WORDINGS = [
    (section, entry)
    for section in ("clues", "recurring", "happenings")
    for entry in lexicons.load("reference_clues")[section]
]


@pytest.mark.parametrize("office", OFFICES, ids=lambda office: office["office"])
def test_titles_bound_the_day_of_the_words(office: dict[str, Any]) -> None:
    """Each example gives its days, each counter-example nothing."""
    for example in office["examples"]:
        (clue,) = calendar.find_clues(None, example["text"], ())
        assert (clue.days.first, clue.days.last) == (example["first_day"], example["last_day"]), example["text"]
    for text in office["counter_examples"]:
        assert calendar.find_clues(None, text, ()) == (), text


def test_terms_do_not_overlap() -> None:
    """One holder after the other; each is elected before the term begins."""
    terms = sorted(
        (term["first_day"], term["last_day"], term["elected"])
        for office in OFFICES
        for holder in office["holders"]
        for term in holder["terms"]
    )
    assert all(elected < first < last for first, last, elected in terms)
    assert all(one[1] < other[0] for one, other in itertools.pairwise(terms))


@pytest.mark.parametrize(("section", "entry"), WORDINGS, ids=lambda one: one if isinstance(one, str) else one["name"])
def test_wording_is_found_where_it_stands(section: str, entry: dict[str, Any]) -> None:
    """Each example holds the wording, no counter-example does."""
    assert entry["examples"]
    for text in entry["examples"]:
        assert _holds(section, entry, text), text
    for text in entry["counter_examples"]:
        assert not _holds(section, entry, text), text


def _holds(section: str, entry: dict[str, Any], text: str) -> bool:
    match = wording(section, entry["name"]).search(text)
    return match is not None and (not entry.get("needs_past") or shows_past(text, *match.span()))


def test_past_words() -> None:
    """Clauses about what happened are told apart from clauses about what is to come."""
    past = lexicons.load("reference_clues")["past"]
    for text in past["examples"]:
        assert shows_past(text, len(text) - 1, len(text)), text
    for text in past["counter_examples"]:
        assert not shows_past(text, len(text) - 1, len(text)), text


def test_explicit_days_told_as_past() -> None:
    """A day that lies behind bounds the day of the words; one that lies ahead, or only might be past, does not."""
    past = lexicons.load("reference_clues")["past"]
    for text in past["explicit_examples"]:
        assert calendar.find_clues(None, text, time_expressions.find(text, None)), text
    for text in past["explicit_counter_examples"]:
        assert not calendar.find_clues(None, text, time_expressions.find(text, None)), text


def test_trust_is_told_for_everything() -> None:
    """Each precision and method has a figure, and what is documented as more trusted is."""
    assert set(precision_trust()) == {precision.value for precision in Precision}
    assert source_trust("copy") < source_trust("default") < source_trust("correction")
    trust = method_trust()
    assert trust["explicit"] > trust["order"] > trust["clue"] > trust["thumb"] > trust["tense"] > trust["plan"]
    assert all(entry["examples"] for entry in lexicons.load("trust")["methods"])
