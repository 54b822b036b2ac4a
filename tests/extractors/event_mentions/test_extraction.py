"""The rows that one article gives."""

from __future__ import annotations

from extractors.event_mentions.extraction import NO_MENTIONS, extract_mentions
from tests.extractors.event_mentions.reading import document_of, read

TEXT = (
    "Foreign Minister Ana Belov met the Norwegian ambassador in Riga on Monday.\n\n"
    "A second meeting was called off. “We will sign the treaty in June,” she said on Tuesday."
)


def test_triggers_stand_where_the_row_says() -> None:
    """The offsets cut the trigger out of the body, and the sentence holds it."""
    for row in read(TEXT).mentions:
        assert TEXT[row.start_offset : row.end_offset] == row.trigger
        assert row.trigger in row.sentence
        assert row.sentence in TEXT


def test_ids_do_not_depend_on_what_stands_around() -> None:
    """A paragraph put in front changes no id of the claims behind it."""
    before = {row.mention_id for row in read(TEXT).mentions}
    after = {row.mention_id for row in read("Nothing is known about the weather.\n\n" + TEXT).mentions}
    assert before
    assert before == after


def test_the_same_sentence_twice_gives_different_ids() -> None:
    """The occurrence number tells the printings apart."""
    twice = "The ministers met on Monday. " * 2
    ids = [row.mention_id for row in read(twice).mentions]
    assert len(ids) == len(set(ids)) == 2


def test_reading_twice_gives_the_same() -> None:
    """No state is carried from one article to the next."""
    assert read(TEXT) == read(TEXT)


def test_the_title_is_no_evidence() -> None:
    """Only the body is read."""
    assert extract_mentions(document_of("Nothing moved.", title="Ministers met on Monday")) == NO_MENTIONS


def test_an_empty_body_claims_nothing() -> None:
    """No text, no claims."""
    assert read("") == NO_MENTIONS


def test_every_reference_is_kept() -> None:
    """Participants, actors, aliases, places and datings point at rows that are there."""
    found = read(TEXT)
    mentions = {row.mention_id for row in found.mentions}
    actors = {row.actor_id for row in found.actors}
    assert {row.mention_id for row in found.participants} <= mentions
    assert {row.actor_id for row in found.participants} <= actors
    assert {row.actor_id for row in found.aliases} <= actors
    assert {row.place_id for row in found.mentions if row.place_id} <= {row.place_id for row in found.places}
    assert {row.mention_id for row in found.datings} == mentions
    assert {row.mention_id for row in found.relations} <= mentions
