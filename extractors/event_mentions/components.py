"""The mentions as a spaCy component, so that others can use them in pipelines of their own.

Importing this module registers the factory ``dateline_event_mentions`` and the extension attributes

* ``doc._.dateline_event_mentions``: tuple of :class:`schemas.EventMention`, in the order of the text;
* ``doc._.dateline_participants``: tuple of :class:`schemas.Participant`;
* ``doc._.dateline_published_day``: the day the text speaks from (``date`` or None), set by the caller before the
  component runs; relative dates resolve against it.

::

    import spacy
    import extractors.event_mentions.components

    nlp = spacy.blank("en")
    nlp.add_pipe("dateline_event_mentions")
    doc = nlp("The ministers met in Oslo on 3 May 2024.")
    doc._.dateline_event_mentions[0].first_day

The component parses the text by itself (it needs its own sentence bounds), so it works in a blank pipeline as well.
"""

from __future__ import annotations

import hashlib
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from extractors.claims import Reference
from extractors.days import ANY_DAY, day_of
from extractors.event_mentions.document import Document
from extractors.event_mentions.extraction import extract_mentions
from extractors.time_expressions import find

#: Name of the component's factory.
FACTORY = "dateline_event_mentions"

for _name in ("dateline_event_mentions", "dateline_participants"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=())
if not Doc.has_extension("dateline_published_day"):
    Doc.set_extension("dateline_published_day", default=None)


@Language.component(FACTORY)
def event_mentions_component(doc: Doc) -> Doc:
    """Set the extension attributes of ``doc``; its own annotations are neither used nor changed."""
    published: date | None = doc._.dateline_published_day
    days = ANY_DAY if published is None else day_of(published)
    article_id = hashlib.sha256(doc.text.encode()).hexdigest()[:16]
    found = extract_mentions(
        Document(
            article_id=article_id,
            title=None,
            body_text=doc.text,
            reference=Reference(days=days, rule="given", explanation="the day given with the text"),
            time_expressions=tuple(find(doc.text, days, article_id=article_id)),
        )
    )
    doc._.dateline_event_mentions = found.mentions
    doc._.dateline_participants = found.participants
    return doc
