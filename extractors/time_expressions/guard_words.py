"""The words around an expression that decide whether it is one, from the lexicon ``time_guards``."""

from __future__ import annotations

import functools

from extractors import lexicons


@functools.cache
def guard_words(name: str) -> frozenset[str]:
    """The words of one list of the lexicon of guards."""
    return frozenset(lexicons.load("time_guards")[name]["words"])
