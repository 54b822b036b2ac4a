"""Who says so."""

from __future__ import annotations

import pytest

from tests.extractors.event_mentions.reading import claim

LEAD = "Coach Ana Belov spoke in Riga. "


@pytest.mark.parametrize(
    ("text", "trigger", "source"),
    [
        ("Ana Belov said that the club had signed a contract.", "signed", "Ana Belov"),
        ("The club signed a contract, Ana Belov said.", "signed", "Ana Belov"),
        ("The club, Ana Belov said, signed a contract in May.", "signed", "Ana Belov"),
        ("The club signed a contract, according to Ana Belov.", "signed", "Ana Belov"),
        ("In Ana Belov's view the club won the match on Monday.", "won", "Ana Belov"),
        (LEAD + "The club signed a contract, she added.", "signed", "Ana Belov"),
        ("The club signed a contract, the interior ministry said.", "signed", "interior ministry"),
        ("Ana Belov has promised to visit Riga in June.", "visit", "Ana Belov"),
        ("Ana Belov denies that the club signed a contract.", "signed", "Ana Belov"),
        ("There are reports that the club signed a contract.", "signed", "reports"),
        ("The club signed a contract on Monday.", "signed", None),
        ("It is said that the club signed a contract.", "signed", None),
    ],
)
def test_the_speaker_whose_clause_governs(text: str, trigger: str, source: str | None) -> None:
    """Governing, trailing, inserted, by adverbial, by pronoun, by noun; the narrator is null."""
    assert claim(text, trigger).attributed_to == source


def test_the_nearest_speaker_counts() -> None:
    """Of nested reports the inner one."""
    text = "Ola Berg said that Ana Belov had claimed that the club signed a contract."
    assert claim(text, "signed").attributed_to == "Ana Belov"


def test_an_agency_only_passes_on() -> None:
    """Whom it quotes is the source."""
    text = "Ana Belov said that the club had signed a contract, Reuters reported."
    assert claim(text, "signed").attributed_to == "Ana Belov"


def test_a_quotation_of_two_sentences_has_one_speaker() -> None:
    """The words go on after the sentence that names the speaker."""
    text = "“We signed a contract,” Ana Belov said. “We won the match on Monday.”"
    assert claim(text, "won").attributed_to == "Ana Belov"
    assert claim(text, "won").is_quotation


def test_the_verb_is_kept() -> None:
    """The reporting word stands beside the source."""
    assert claim("The club signed a contract, Ana Belov insisted.", "signed").attribution_verb == "insisted"
    assert claim("The club signed a contract, according to Ana Belov.", "signed").attribution_verb == "according to"


def test_a_reporting_event_is_not_attributed_to_itself() -> None:
    """The narrator tells that somebody spoke."""
    assert claim("Ana Belov said on Monday that all was well.", "said").attributed_to is None
