"""The room as a component of other people's pipelines."""

from __future__ import annotations

from datetime import date

import spacy

from extractors.event_mentions.components import FACTORY


def test_the_component_runs_in_a_blank_pipeline() -> None:
    """Relative dates resolve against the day given with the text."""
    nlp = spacy.blank("en")
    nlp.add_pipe(FACTORY)
    doc = nlp.make_doc("Ana Belov met Ola Berg on Monday.")
    doc._.dateline_published_day = date(2024, 5, 15)
    doc = nlp.get_pipe(FACTORY)(doc)
    (row,) = doc._.dateline_event_mentions
    assert (row.trigger, row.first_day) == ("met", date(2024, 5, 13))
    assert [participant.name for participant in doc._.dateline_participants] == ["Ana Belov", "Ola Berg"]


def test_a_text_without_events_gives_nothing() -> None:
    """The attributes are empty, not missing."""
    nlp = spacy.blank("en")
    nlp.add_pipe(FACTORY)
    assert nlp("It was quiet.")._.dateline_event_mentions == ()
