"""What the words around a trigger say became of the event."""

from __future__ import annotations

from spacy.tokens import Span

from extractors.event_mentions.document import StatusReading
from extractors.event_mentions.syntax import auxiliaries, children, clause_verb
from schemas.enumerations import Status


def read_status(trigger: Span) -> StatusReading:
    """The status of the event that ``trigger`` names, the words that decide it, and its factuality (-3 to 3)."""
    verb = clause_verb(trigger.root)
    negations = children(verb, "neg")
    if negations:
        return StatusReading(status=Status.NEGATED, cue=negations[0].text, factuality=-3.0)
    for auxiliary in auxiliaries(verb):
        if auxiliary.lower_ in {"will", "shall", "'ll"}:
            return StatusReading(status=Status.PLANNED, cue=auxiliary.text, factuality=2.0)
        if auxiliary.tag_ == "MD":
            return StatusReading(status=Status.PROPOSED, cue=auxiliary.text, factuality=1.0)
    return StatusReading(status=Status.OCCURRED, cue=None, factuality=3.0)
