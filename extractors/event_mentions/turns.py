"""Who speaks when in the transcript of a conversation ("ANA BELOV, HOST: Good morning")."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass

#: A label in capitals before a colon, with a role or without, where a line, a sentence or a wide gap has just ended.
_LABEL = re.compile(
    r"(?:\A|(?<=\n)|(?<=  )|(?<=[.?!)\"”] ))"
    r"([A-Z][A-Z'’-]+(?: (?:[A-Z]\.|[A-Z][A-Z'’-]+)){0,3}(?: #\d+)?)((?:, [A-Z][A-Za-z ]{2,30})?): +(?=\S)"
)
#: So many labels make a transcript; fewer are headings.
_LEAST = 4
#: Roles of those who tell the story: what they say is the article's own voice.
_JOURNALISTS = frozenset({"HOST", "BYLINE", "CORRESPONDENT", "ANCHOR", "REPORTER"})


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch that one person speaks; the label stands from ``start`` to ``label_end`` in the text.

    ``speaker`` is the name in ordinary letters, None for a journalist.
    """

    start: int
    label_end: int
    speaker: str | None


class Turns:
    """The turns of ``text`` in order; none when it is no transcript."""

    def __init__(self, text: str) -> None:
        labels = list(_LABEL.finditer(text))
        self.turns = _turns(labels) if len(labels) >= _LEAST else []
        self._starts = [turn.start for turn in self.turns]

    def speaker_at(self, offset: int) -> str | None:
        """Who speaks at ``offset``; None for the article's own voice."""
        number = bisect.bisect_right(self._starts, offset) - 1
        return self.turns[number].speaker if number >= 0 else None


def _turns(labels: list[re.Match[str]]) -> list[Turn]:
    """A surname alone is whoever was introduced by it ("BELOV" after "ANA BELOV, HOST")."""
    full: dict[str, str | None] = {}
    turns = []
    for match in labels:
        name, role = match.group(1), match.group(2).removeprefix(", ").upper()
        surname = name.rpartition(" ")[2]
        is_journalist = any(word in _JOURNALISTS for word in role.split())
        if role or " " in name or surname not in full:
            full[surname] = None if is_journalist else name.title()
        turns.append(Turn(match.start(), match.end(), full[surname]))
    return turns
