"""Which sentences are parsed: those with a time that means days, a word that can name an event, or a name.

A name is needed even where nothing happens: "she" and "the bureau" of the next sentence are found there.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from extractors.event_mentions.document import Document
from extractors.event_mentions.lexicon import can_trigger, word_list

#: A capitalized word that is not the first of its sentence.
_NAME = re.compile(r"[^\s.!?“\"(]\W? [A-Z]\w")
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
        if number in kept:
            continue
        if _NAME.search(text, start, end) or any(
            can_trigger(match.group()) for match in _WORD.finditer(text, start, end)
        ):
            kept.add(number)
    sentences = [text[start:end] for start, end in bounds]
    captions = (n for n in kept if _is_caption(sentences[n], *sentences[n + 1 : n + 2]))
    return kept - {*captions} - {n for n in kept if _is_headline(sentences[n])}


def _is_headline(sentence: str) -> bool:
    """A line of capitalized words without a full stop: the headline of another article."""
    words = [word for word in sentence.split() if len(word) > 3 and word[0].isalpha()]
    if len(words) < 3 or sentence[-1] in ".!?”\"'’:;,…)":
        return False
    return sum(word[0].isupper() for word in words) > 0.75 * len(words)


def _is_caption(sentence: str, following: str = "") -> bool:
    """The sentence describes a picture: it, or a bracket that follows it, names the photographer."""
    credited = sentence.lower() + (following.lower() if following.startswith("(") else "")
    return any(words in credited for words in word_list("captions"))
