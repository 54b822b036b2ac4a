"""Words, numbers and marks of a stretch of text, with their offsets: what the grammar matches over."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: One pass, no nested repetition: letters, digits, or one other visible character.
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_SAME_MARK = {"–": "-", "‑": "-", "‐": "-", "−": "-", "’": "'", "‘": "'", "`": "'", "´": "'"}


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists: the words in lower case (marks unified), and where each starts and ends in the text."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def is_glued(self, index: int) -> bool:
        """No white space stands before token ``index``."""
        return 0 < index < len(self.words) and self.starts[index] == self.ends[index - 1]

    def word(self, index: int) -> str:
        """The word at ``index``; empty outside the stretch."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def raw(self, index: int) -> str:
        """The characters at ``index`` as written; empty outside the stretch."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.words) else ""

    def is_capital(self, index: int) -> bool:
        """The word at ``index`` begins with a capital letter."""
        return self.raw(index)[:1].isupper()


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Tokens of ``text[start:end]``; offsets count from the start of ``text``. Linear in the length."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word = match.group().lower()
        words.append(_SAME_MARK.get(word, word))
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(text, words, starts, ends)
