"""What the tests of this room share: a text read as an article of a known day."""

from __future__ import annotations

from datetime import date

from extractors.claims import Reference
from extractors.days import Days, day_of
from extractors.event_mentions.document import Document
from extractors.event_mentions.extraction import Mentions, extract_mentions
from extractors.time_expressions import find
from schemas import EventMention

#: A Wednesday.
PUBLISHED = date(2024, 5, 15)


def document_of(text: str, days: Days | None = None, title: str | None = None) -> Document:
    """``text`` as the body of an article that speaks from ``days`` (default: 15 May 2024)."""
    spoken = days or day_of(PUBLISHED)
    return Document(
        article_id="test",
        title=title,
        body_text=text,
        reference=Reference(days=spoken, rule="given", explanation="given by the test"),
        time_expressions=tuple(find(text, spoken, article_id="test")),
    )


def read(text: str) -> Mentions:
    """All that ``text`` claims."""
    return extract_mentions(document_of(text))


def triggers(text: str) -> list[str]:
    """The words that name the events of ``text``, in order."""
    return [mention.trigger for mention in read(text).mentions]


def claim(text: str, trigger: str) -> EventMention:
    """The only claim of ``text`` with this trigger."""
    (found,) = (mention for mention in read(text).mentions if mention.trigger == trigger)
    return found


def parties(text: str, trigger: str) -> list[str]:
    """The names of those who take part in the claim with this trigger, in order."""
    found = read(text)
    ids = {mention.mention_id for mention in found.mentions if mention.trigger == trigger}
    return [row.name for row in found.participants if row.mention_id in ids]
