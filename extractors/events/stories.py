"""What an article is about, as far as names tell: which articles may tell one story, and who stands in a sentence."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from extractors.claims import ArticleClaims
from extractors.events.lexemes import fold, word_list

_CAPITALIZED = re.compile(r"\b[A-Z][^\W_]+")
_LOWER = re.compile(r"\b[a-z][^\W_]+")
#: As many names of an article are kept as its story is recognized by.
_KEPT = 30


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """The names of an article with weights (of length one together), and the words under which its parties go."""

    names: Mapping[str, float]
    parties: tuple[tuple[str, str], ...]

    def named_in(self, sentence: str) -> frozenset[str]:
        """The ids of the parties whose names stand in ``sentence``."""
        return frozenset(actor_id for name, actor_id in self.parties if name in sentence and _stands(name, sentence))


def _stands(name: str, sentence: str) -> bool:
    """``name`` is not the inside of a longer word."""
    start = sentence.find(name)
    end = start + len(name)
    return not (start and sentence[start - 1].isalnum()) and not (end < len(sentence) and sentence[end].isalnum())


def story_of(claims: ArticleClaims, actor_ids: Mapping[str, str]) -> Story:
    """The story of one article; ``actor_ids`` maps its parties to their ids over all articles."""
    text = claims.text.body_text
    parties = {row.alias: actor_ids.get(row.actor_id, row.actor_id) for row in claims.aliases}
    parties |= {row.name: actor_ids.get(row.actor_id, row.actor_id) for row in claims.actors}
    return Story(_names(text), tuple(sorted(parties.items())))


def _names(text: str) -> Mapping[str, float]:
    """Capitalized words that the text never writes small, the most frequent ones."""
    small = set(_LOWER.findall(text))
    counted = Counter(
        fold(word) for word in _CAPITALIZED.findall(text) if word.lower() not in small and not _is_common(word.lower())
    )
    kept = sorted(counted, key=lambda name: (-counted[name], name))[:_KEPT]
    weights = {name: 1 + math.log(counted[name]) for name in kept}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {name: weight / length for name, weight in weights.items()}


def _is_common(word: str) -> bool:
    return word in word_list("plain") or word in word_list("calendar")


def likeness(one: Story, other: Story) -> float:
    """How alike two stories are, 0 to 1."""
    if one is other:
        return 1.0
    mine, theirs = one.names, other.names
    return math.fsum([mine[name] * theirs[name] for name in mine.keys() & theirs.keys()])
