"""Words, numbers and marks of a stretch of text, with their offsets: what the grammar matches over."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: One pass, no nested repetition: letters, digits, or one other visible character.
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_SAME_MARK = {"–": "-", "‑": "-", "‐": "-", "−": "-", "’": "'", "‘": "'", "`": "'", "´": "'"}


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """Parallel lists: the words in lower case (marks unified), where each starts and ends, which are capitalised.

    Compared as an object, not by its words, so that what was read from it can be remembered.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    capitals: list[bool]

    def __len__(self) -> int:
        return len(self.words)

    def is_glued(self, index: int) -> bool:
        """No white space stands before token ``index``."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]

    def word(self, index: int) -> str:
        """The word at ``index``; empty outside the stretch."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def is_capital(self, index: int) -> bool:
        """The word at ``index`` begins with a capital letter."""
        return 0 <= index < len(self.words) and self.capitals[index]


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Tokens of ``text[start:end]``; offsets count from the start of ``text``. Linear in the length."""
    tokens = Tokens([], [], [], [])
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        raw = match.group()
        word = raw.lower()
        tokens.words.append(_SAME_MARK.get(word, word))
        tokens.starts.append(match.start())
        tokens.ends.append(match.end())
        tokens.capitals.append(raw[0].isupper())
    return tokens
