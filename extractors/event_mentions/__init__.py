"""Who did what, when, where, and did it happen: the claims of one article.

An article's sentences that can hold an event are parsed; words that tell an event are chosen and typed; each gets its
status, its days, who says so, who took part, where, and how many times.
"""

from extractors.event_mentions.dating_spans import date_event
from extractors.event_mentions.document import Document, EventDays
from extractors.event_mentions.extraction import NO_MENTIONS, Mentions, extract_mentions
from extractors.event_mentions.redate import redate

__all__ = ["NO_MENTIONS", "Document", "EventDays", "Mentions", "date_event", "extract_mentions", "redate"]
