"""Quotes are exact, short enough, and name findings for good."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractors.calendar.evidence import Piece, piece_at, piece_of, shown
from extractors.calendar.reports import Source, reports_of
from schemas.enumerations import CheckName, Severity
from tests.extractors.calendar.corpus import article, mention


@given(st.integers(0, 150), st.integers(0, 150))
def test_long_sentences_are_cut_around_the_trigger(before: int, after: int) -> None:
    """At most 400 characters that hold the trigger, exactly as the body has them."""
    sentence = "word " * before + "talks" + " word" * after
    corpus = article("a", [mention("a:1", "2024-05-03", sentence=sentence)], published="2024-05-04")
    piece = piece_of(reports_of(corpus, Source("a", 5))["a:1"], {"a": corpus.text.body_text})
    assert len(piece.quote) <= 400
    assert "talks" in piece.quote
    assert corpus.text.body_text[piece.start : piece.end] == piece.quote


def test_pieces_end_at_words() -> None:
    """A block that is too long is cut between words."""
    body = "word " * 200
    piece = piece_at("a", body, 0, len(body))
    assert piece.quote.endswith("word")
    assert body[piece.start : piece.end] == piece.quote


def test_ids_depend_on_quotes_not_on_their_order() -> None:
    """The same contradiction has the same id, so that a dismissal sticks."""
    one, other = Piece("a", "a:1", "they met on Monday", 0, 18), Piece("b", "b:1", "they met on Friday", 4, 22)
    first = shown(CheckName.DATE_CONFLICT, Severity.ERROR, "two days", [one, other], event_id="x")
    second = shown(CheckName.DATE_CONFLICT, Severity.ERROR, "other words", [other, one, other], event_id="y")
    assert first.finding.finding_id == second.finding.finding_id
    assert [row.position_number for row in second.evidence] == [0, 1]
