"""The resolver in a spaCy pipeline."""

from __future__ import annotations

from datetime import date

import pytest
import spacy

from extractors.time_expressions import spacy_component


def test_the_component_sets_the_expressions() -> None:
    """It needs no model; a document's own day goes before the configured one."""
    nlp = spacy.blank("en")
    nlp.add_pipe(spacy_component.NAME, config={"reference": "2024-02-14"})
    assert [row.timex_value for row in nlp("It rained yesterday.")._.time_expressions] == ["2024-02-13"]
    doc = nlp.make_doc("It rained yesterday.")
    doc._.reference_day = date(2023, 5, 2)
    assert [row.timex_value for row in nlp(doc)._.time_expressions] == ["2023-05-01"]


def test_a_reference_that_is_no_day_is_refused() -> None:
    """The configuration is checked when the component is added."""
    with pytest.raises(ValueError, match="nonsense"):
        spacy.blank("en").add_pipe(spacy_component.NAME, config={"reference": "nonsense"})
