"""Which sentences are parsed: those with a time expression that means days, or with a word that can name an event."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from extractors.event_mentions.document import Document
from extractors.event_mentions.lexicon import can_trigger, word_list

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]+")


def sentences_to_parse(document: Document, bounds: Sequence[tuple[int, int]]) -> set[int]:
    """Numbers of the sentences of ``document`` that can hold an event."""
    starts = [start for start, _ in bounds]
    kept = {
        bisect.bisect_right(starts, row.start_offset) - 1
        for row in document.time_expressions
        if row.first_day is not None or row.last_day is not None
    }
    text = document.body_text
    for number, (start, end) in enumerate(bounds):
        if number not in kept and any(can_trigger(match.group()) for match in _WORD.finditer(text, start, end)):
            kept.add(number)
    return {number for number in kept if not _is_caption(text[slice(*bounds[number])])}


def _is_caption(sentence: str) -> bool:
    """The sentence describes a picture."""
    lower = sentence.lower()
    return any(words in lower for words in word_list("captions"))
