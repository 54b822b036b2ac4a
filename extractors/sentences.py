"""Our own sentence bounds: fast, by rule, without a language model.

Every ``sentence_number`` of the tables counts the sentences of :func:`split`.
"""

from __future__ import annotations

import functools
import itertools
import re

from extractors import lexicons

#: An empty line ends a paragraph, and with it a sentence.
_PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
#: Closing punctuation with the quotes and brackets that belong to it, before white space.
_STOP = re.compile(r"[.!?…。！？]['\"”’»)\]]*(?=\s)")
_OPENERS = "'\"“‘«([–—-"
_WORD_BEFORE = re.compile(r"[\w.&]*\Z")
_WORD_AFTER = re.compile(r"\w+")
#: How far back an abbreviation can reach.
_LONGEST_ABBREVIATION = 12


def split(text: str) -> list[tuple[int, int]]:
    """Sentence bounds ``(start, end)`` in code points, in order, without white space at either end.

    Together they hold every character that is not white space. A paragraph break always ends a sentence; a single
    line break does only where the line was broken on purpose (the next word would have fitted on it).
    """
    bounds: list[tuple[int, int]] = []
    for start, end in _paragraphs(text):
        begin = start
        for stop in _stops(text, start, end):
            _append(bounds, text, begin, stop)
            begin = stop
        _append(bounds, text, begin, end)
    return bounds


def _append(bounds: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if stripped := piece.strip():
        begin = start + piece.index(stripped[0])
        bounds.append((begin, begin + len(stripped)))


def _paragraphs(text: str) -> list[tuple[int, int]]:
    pieces, start = [], 0
    for match in _PARAGRAPH_BREAK.finditer(text):
        pieces.append((start, match.start()))
        start = match.end()
    pieces.append((start, len(text)))
    return pieces


def _stops(text: str, start: int, end: int) -> list[int]:
    stops = [match.end() for match in _STOP.finditer(text, start, end) if _ends(text, match, start)]
    stops += _meant_line_breaks(text, start, end)
    return sorted(stops)


def _meant_line_breaks(text: str, start: int, end: int) -> list[int]:
    """Ends of lines that are shorter than hard wrapping would have made them."""
    if text.find("\n", start, end) < 0:
        return []
    lines = text[start:end].split("\n")
    width = max(map(len, lines))
    breaks, position = [], start
    for line, following in itertools.pairwise(lines):
        position += len(line) + 1
        first_word = following.split(maxsplit=1)[0] if following.strip() else ""
        if first_word and not first_word[0].islower() and len(line) + 1 + len(first_word) <= width:
            breaks.append(position)
    return breaks


def _ends(text: str, stop: re.Match[str], floor: int) -> bool:
    """Whether the punctuation at ``stop`` ends a sentence."""
    after = text[stop.end() : stop.end() + 40].lstrip()
    bare = after.lstrip(_OPENERS)
    if not bare:
        return True
    if bare[0].islower():
        return False
    if stop.group()[0] != "." or len(stop.group()) > 1:
        return True
    return _full_stop_ends(text[max(floor, stop.start() - _LONGEST_ABBREVIATION) : stop.start()], bare)


def _full_stop_ends(before: str, after: str) -> bool:
    match = _WORD_BEFORE.search(before)
    word = match.group().lower() if match else ""
    never, numbered, started = _abbreviations()
    if word in never:
        return False
    if word in numbered and after[0].isdigit():
        return False
    if word in started or (word in numbered and word != "no"):
        return _starts_sentence(after)
    is_initial = len(word) == 1 and word.isalpha() and word != "i"
    return not is_initial or _starts_sentence(after)


def _starts_sentence(after: str) -> bool:
    match = _WORD_AFTER.match(after)
    return match is not None and match.group().lower() in _starters()


@functools.cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    groups: dict[str, set[str]] = {"never_ends": set(), "before_number": set(), "before_starter": set()}
    for entry in lexicons.load("time_sentences")["abbreviation"]:
        groups[entry["behaves"]].update(entry["words"])
    return tuple(frozenset(words) for words in groups.values())  # type: ignore[return-value]


@functools.cache
def _starters() -> frozenset[str]:
    return frozenset(lexicons.load("time_sentences")["starters"]["words"])
