"""Matching: the patterns that fit the tokens at a place. Every form has a bounded length, so the work is linear."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

from extractors.time_expressions.build import Part, Slot, Slots, build
from extractors.time_expressions.forms import Node, Pattern, patterns, tree
from extractors.time_expressions.guards import allows
from extractors.time_expressions.numerals import Item
from extractors.time_expressions.tokens import Tokens
from extractors.time_expressions.words import APOSTROPHE, entries, number_words, word_items


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that fits tokens up to ``end`` (exclusive), and the expressions in it."""

    end: int
    pattern: Pattern
    parts: tuple[Part, ...]


@functools.cache
def piece_symbols() -> tuple[str, ...]:
    """The symbols that patterns make, in the order in which the lexicons declare them."""
    return tuple(dict.fromkeys(pattern.makes for pattern in patterns() if pattern.makes))


@functools.cache
def _piece_trees() -> tuple[tuple[str, Node], ...]:
    return tuple((symbol, tree(symbol)) for symbol in piece_symbols())


@functools.cache
def _first_words() -> frozenset[str]:
    """Words with which an expression can begin."""
    literals = {edge for symbol in ("", *piece_symbols()) for edge in tree(symbol).edges if not edge[0].isupper()}
    return frozenset(literals | set(entries()) | number_words() | {APOSTROPHE})


class Chart:
    """The items at every place of one stretch of tokens, found when asked for and remembered."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._items: dict[int, list[Item]] = {}

    def matches(self) -> list[Match]:
        """The matches of the stretch, from left to right, the longest first, none overlapping."""
        begins = [place for place in range(len(self.tokens)) if self._can_begin(place)]
        for place in reversed(begins):
            self.items(place)  # from the right, so that no item waits for a chain of others
        found: list[Match] = []
        for place in begins:
            if not found or place >= found[-1].end:
                best = self.longest(place)
                if best is not None:
                    found.append(best)
        return found

    def _can_begin(self, index: int) -> bool:
        word = self.tokens.words[index]
        return word in _first_words() or word[0].isdecimal()

    def longest(self, index: int) -> Match | None:
        """The longest match that begins at ``index``; of equally long ones the first in the lexicons."""
        best: Match | None = None
        for end, pattern, slots in self._walk(tree(""), index):
            if best is not None and (end, -pattern.rank) <= (best.end, -best.pattern.rank):
                continue
            if not allows(pattern.guards, self.tokens, index, end):
                continue
            parts = build(pattern, slots, index, end)
            if parts:
                best = Match(end, pattern, parts)
        return best

    def items(self, index: int) -> list[Item]:
        """Words and pieces that begin at ``index``."""
        found = self._items.get(index)
        if found is None:
            found = self._items[index] = []
            if self._can_begin(index):
                found += word_items(self.tokens, index)
                self._add_pieces(found, index)
        return found

    def _add_pieces(self, found: list[Item], index: int) -> None:
        present = {self.tokens.words[index], *(symbol for symbol, _, _ in found)}
        for symbol, node in _piece_trees():
            if not present.isdisjoint(node.edges):
                pieces = self._pieces(symbol, node, index)
                if pieces:
                    found += pieces
                    present.add(symbol)

    def _pieces(self, symbol: str, node: Node, index: int) -> list[Item]:
        pieces: dict[int, tuple[int, Any]] = {}
        for end, pattern, slots in self._walk(node, index):
            if end in pieces and pattern.rank >= pieces[end][0]:
                continue
            if allows(pattern.guards, self.tokens, index, end):
                parts = build(pattern, slots, index, end)
                if parts:
                    pieces[end] = (pattern.rank, parts[0].meaning)
        return [(symbol, end, meaning) for end, (_, meaning) in pieces.items()]

    def _walk(self, root: Node, index: int) -> list[tuple[int, Pattern, Slots]]:
        """Every way through the tree from ``index`` on: where it ends, the pattern, and its slots."""
        words = self.tokens.words
        complete: list[tuple[int, Pattern, Slots]] = []
        waiting: list[tuple[Node, int, Slots]] = [(root, index, ())]
        while waiting:
            node, place, slots = waiting.pop()
            complete.extend((place, pattern, slots) for pattern in node.patterns)
            edges = node.edges
            if place >= len(words) or not edges:
                continue
            word = words[place]
            if word in edges:
                waiting.append((edges[word], place + 1, slots))
            for symbol, end, value in self.items(place):
                if symbol in edges:
                    waiting.append((edges[symbol], end, (*slots, Slot(symbol, value, place, end))))
        return complete
