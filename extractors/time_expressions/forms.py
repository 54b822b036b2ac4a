"""Patterns of the lexicons, compiled into one tree of symbols and words.

A form is a line of elements: ``SYMBOL`` in capitals, a literal word or mark, ``a|b`` alternatives, ``(...)`` groups,
and ``?`` after what may be missing.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from extractors import lexicons

#: Lexicons that hold patterns, in order of precedence among forms of the same length.
PATTERN_LEXICONS = (
    "time_calendar",
    "time_relative",
    "time_shifts",
    "time_durations",
    "time_recurring",
    "time_vague",
)

_ELEMENT = re.compile(r"[()|?]|[^\s()|?]+")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One entry of a pattern lexicon.

    ``makes`` is the symbol it builds for other patterns, empty when it is an expression of its own; ``builds`` the
    kind of meaning; ``fixed`` the parts of the meaning that every match shares.
    """

    name: str
    rank: int
    makes: str
    builds: str
    fixed: dict[str, Any]
    guards: tuple[str, ...]
    meaning: str
    forms: tuple[str, ...]


@dataclass(slots=True)
class Node:
    """A place in the tree: what may come next, and the patterns complete here."""

    edges: dict[str, Node] = field(default_factory=dict)
    patterns: list[Pattern] = field(default_factory=list)


def expand(form: str) -> list[tuple[str, ...]]:
    """Every plain sequence that ``form`` stands for; raises ValueError when brackets do not match."""
    elements = [match.group() for match in _ELEMENT.finditer(form)]
    sequences, rest = _alternatives(elements)
    if rest:
        raise ValueError(f"unbalanced brackets in form: {form}")
    return [sequence for sequence in dict.fromkeys(sequences) if sequence]


def _alternatives(elements: list[str], *, in_group: bool = False) -> tuple[list[tuple[str, ...]], list[str]]:
    found: list[tuple[str, ...]] = []
    while True:
        sequences, elements = _sequence(elements, in_group=in_group)
        found += sequences
        if not elements or elements[0] != "|":
            return found, elements
        elements = elements[1:]


def _sequence(elements: list[str], *, in_group: bool) -> tuple[list[tuple[str, ...]], list[str]]:
    sequences: list[tuple[str, ...]] = [()]
    while elements and elements[0] not in {")", "|"}:
        options, elements = _element(elements, in_group=in_group)
        if elements and elements[0] == "?":
            options, elements = [*options, ()], elements[1:]
        sequences = [one + two for one in sequences for two in options]
    return sequences, elements


def _element(elements: list[str], *, in_group: bool) -> tuple[list[tuple[str, ...]], list[str]]:
    """One element; outside groups ``a|b`` chooses between words, inside between the sequences of the group."""
    if elements[0] == "(":
        options, rest = _alternatives(elements[1:], in_group=True)
        return options, rest[1:]
    options, rest = [(elements[0],)], elements[1:]
    while not in_group and len(rest) > 1 and rest[0] == "|" and rest[1] not in "()":
        options, rest = [*options, (rest[1],)], rest[2:]
    return options, rest


@functools.cache
def patterns() -> tuple[Pattern, ...]:
    """Every pattern of every lexicon."""
    return tuple(_patterns())


def _patterns() -> Iterator[Pattern]:
    rank = 0
    for name in PATTERN_LEXICONS:
        for entry in lexicons.load(name)["pattern"]:
            rank += 1
            yield Pattern(
                name=entry["name"],
                rank=rank,
                makes=entry.get("makes", ""),
                builds=entry["builds"],
                fixed=entry.get("fixed", {}),
                guards=tuple(entry.get("guards", ())),
                meaning=entry.get("meaning", ""),
                forms=tuple(entry["forms"]),
            )


@functools.cache
def tree(makes: str) -> Node:
    """The tree of the patterns that make symbol ``makes`` (empty: expressions)."""
    root = Node()
    for pattern in patterns():
        if pattern.makes == makes:
            for form in pattern.forms:
                for sequence in expand(form):
                    _grow(root, sequence, pattern)
    return root


def _grow(root: Node, sequence: tuple[str, ...], pattern: Pattern) -> None:
    node = root
    for element in sequence:
        node = node.edges.setdefault(element, Node())
    node.patterns.append(pattern)
