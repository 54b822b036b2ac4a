"""The resolver as a spaCy component, for those whose pipeline is spaCy; spaCy is imported only here.

``nlp.add_pipe("dateline_time_expressions", config={"reference": "2024-02-14"})`` adds two attributes to every document:

- ``doc._.reference_day`` (``datetime.date | None``): the day the text speaks from. Set it before the component runs to
  give each document a day of its own; else it is the ``reference`` of the configuration.
- ``doc._.time_expressions`` (``list[schemas.TimeExpression]``): what :func:`extractors.time_expressions.find` finds;
  offsets are code points into ``doc.text``.

Importing this module registers the component.
"""

from __future__ import annotations

from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from extractors.time_expressions.find import find

NAME = "dateline_time_expressions"


class TimeExpressions:
    """Sets ``doc._.time_expressions`` from the text alone; needs no other component and no model."""

    def __init__(self, reference: date | None) -> None:
        self.reference = reference

    def __call__(self, doc: Doc) -> Doc:
        """``doc`` with its time expressions set."""
        reference = doc._.reference_day or self.reference
        doc._.time_expressions = find(doc.text, reference)
        return doc


@Language.factory(NAME, default_config={"reference": None}, assigns=["doc._.time_expressions"])
def make_time_expressions(nlp: Language, name: str, reference: str | None) -> TimeExpressions:  # noqa: ARG001 - spaCy passes them
    """The component; ``reference`` is a day as ``YYYY-MM-DD``. Raises ValueError when it is none."""
    for attribute in ("time_expressions", "reference_day"):
        if not Doc.has_extension(attribute):
            Doc.set_extension(attribute, default=None)
    return TimeExpressions(None if reference is None else date.fromisoformat(reference))
