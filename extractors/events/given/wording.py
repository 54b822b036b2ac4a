"""A marked mention as its words show it: trigger, arguments by role, the sentence around, and its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extractors import language
from extractors.events.given.arguments import CONTENT, Arguments, arguments_of, content_stem
from extractors.events.lexemes import acts_of, fold, is_empty

_WINDOW = 6
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class MarkedText:
    """A text whose event mentions somebody marked.

    ``mentions`` maps mention ids to the pieces ``(start, end)`` of the mention, code points into ``text``, whose
    lines are its sentences.
    """

    text: str
    mentions: dict[str, tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """One marked mention. Words are stems; ``document`` and ``sentence`` are numbers from 0."""

    mention_id: str
    document: int
    sentence: int
    start: int
    trigger: str
    head: str
    stems: frozenset[str]
    acts: frozenset[str]
    arguments: Arguments
    context: frozenset[str]
    window: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class ReadText:
    """The wordings of a text with all its content words and all its proper names, repeated as often as they occur."""

    wordings: tuple[Wording, ...]
    words: tuple[str, ...]
    names: tuple[str, ...]


def read(marked: MarkedText, number: int) -> ReadText:
    """The wordings of the mentions of text ``number``, in the order they are given."""
    parsed = language.parse(marked.text, [found.span() for found in _LINE.finditer(marked.text)])
    sentences = _sentence_numbers(parsed)
    content = [token for token in parsed if token.pos_ in CONTENT and len(token.text) > 1]
    return ReadText(
        wordings=tuple(
            _wording(parsed, sentences, number, mention_id, pieces) for mention_id, pieces in marked.mentions.items()
        ),
        words=tuple(content_stem(token) for token in content),
        names=tuple(content_stem(token) for token in content if token.pos_ == "PROPN"),
    )


def _sentence_numbers(parsed: Doc) -> list[int]:
    numbers, current = [], -1
    for token in parsed:
        current += token.is_sent_start or current < 0
        numbers.append(current)
    return numbers


def _wording(
    parsed: Doc, sentences: Sequence[int], document: int, mention_id: str, pieces: Sequence[tuple[int, int]]
) -> Wording:
    inside = _tokens(parsed, pieces)
    numbers = {token.i for token in inside}
    head = _head(inside, numbers)
    stems = [content_stem(token) for token in inside]
    own = [content_stem(token) for token in inside if token.pos_ in CONTENT]
    around = [token for token in parsed if sentences[token.i] == sentences[head.i] and token.i not in numbers]
    content = [token for token in around if token.pos_ in CONTENT and len(token.text) > 1]
    return Wording(
        mention_id=mention_id,
        document=document,
        sentence=sentences[head.i],
        start=pieces[0][0],
        trigger=fold(" ".join(parsed.text[start:end] for start, end in pieces)),
        head=content_stem(head),
        stems=frozenset(one for one in own if not is_empty(one)) or frozenset((content_stem(head),)),
        acts=acts_of(stems) or acts_of((content_stem(head),)),
        arguments=arguments_of(head, numbers),
        context=frozenset(map(content_stem, content)),
        window=frozenset(content_stem(token) for token in content if abs(token.i - head.i) <= _WINDOW),
        names=frozenset(content_stem(token) for token in content if token.pos_ == "PROPN"),
        numbers=frozenset(token.text for token in around if token.pos_ == "NUM"),
    )


def _tokens(parsed: Doc, pieces: Iterable[tuple[int, int]]) -> list[Token]:
    """The tokens that the pieces touch; the nearest token where they touch none."""
    spans = list(pieces)
    found = [
        token
        for token in parsed
        if not token.is_space and any(token.idx < end and token.idx + len(token.text) > start for start, end in spans)
    ]
    return found or [min(parsed, key=lambda token: (abs(token.idx - spans[0][0]), token.i))]


def _head(inside: Sequence[Token], numbers: set[int]) -> Token:
    tops = [token for token in inside if token.head.i not in numbers or token.head.i == token.i]
    return next((token for token in tops if token.pos_ in {"VERB", "NOUN", "PROPN", "ADJ"}), tops[0])
