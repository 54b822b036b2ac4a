"""How likely two marked mentions are one event: learnt weights over general features of their words.

Four relations of the triggers (one head, one word family, one act of the lexicon, none) have weights of their own, so
that the same context can count more where the triggers already agree. The weights hold numbers only; where they come
from stands in docs/cards/merging.md.
"""

from __future__ import annotations

import functools
import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

import numpy as np
import numpy.typing as npt

from extractors.events.given.wording import ReadText, Wording
from extractors.events.lexemes import is_family

Matrix = npt.NDArray[np.float64]
#: Relations of two triggers, strongest first; each has its own weights.
RELATIONS = ("head", "family", "act", "none")
#: The features of a pair, in the order of :func:`features`.
FEATURES = (
    "stems",
    "text",
    "rarity",
    "context",
    "window",
    "names",
    "arguments",
    "agents",
    "objects",
    "others",
    "crossed",
    "role",
    "numbers_differ",
    "numbers_same",
    "same_text",
    "distance",
    "texts",
    "text_names",
    "opening",
    "opening_once",
    "early",
    "acts_differ",
    "same_sentence",
    "reporting",
    "gap",
)
_ROOTS = ("context", "window", "names", "arguments", "role", "crossed", "texts")
_HINGES = (0.15, 0.25, 0.35)
_PRODUCTS = (
    ("context", "texts"),
    ("arguments", "texts"),
    ("arguments", "context"),
    ("rarity", "context"),
    ("rarity", "texts"),
    ("rarity", "arguments"),
    ("same_text", "context"),
    ("same_text", "arguments"),
    ("same_text", "distance"),
    ("same_text", "rarity"),
    ("numbers_differ", "texts"),
    ("text_names", "texts"),
    ("text_names", "rarity"),
    ("opening", "texts"),
)
_REPORTING = frozenset({"say", "tel", "report", "according", "stat", "announc", "confirm", "accord"})
#: Two texts resemble themselves this much: a text is compared with others, not with itself.
_SELF = 0.5


class Corpus:
    """Texts with what all of them together say about a word: how rare it is, and how alike two texts are."""

    def __init__(self, texts: Sequence[ReadText]) -> None:
        """Count the words of ``texts``."""
        self._total = len(texts)
        self._found = Counter(word for text in texts for word in set(text.words))
        self._most = math.log((self._total + 1) / 0.5)
        names = Counter(name for text in texts for name in set(text.names))
        self.texts = _cosines([text.words for text in texts], self.rarity)
        self.names = _cosines(
            [text.names for text in texts], lambda name: math.log((self._total + 1) / (names[name] + 0.5))
        )

    def rarity(self, word: str) -> float:
        """The logarithm of how many times more texts there are than texts with ``word``."""
        return math.log((self._total + 1) / (self._found[word] + 0.5))

    def relative_rarity(self, word: str) -> float:
        """:meth:`rarity` between 0 and 1."""
        return self.rarity(word) / self._most


def _cosines(bags: Sequence[Sequence[str]], rarity: Callable[[str], float]) -> Matrix:
    """The cosine of every two bags of words, words weighted by rarity and the logarithm of their frequency."""
    columns: dict[str, int] = {}
    for bag in bags:
        for word in bag:
            columns.setdefault(word, len(columns))
    weights = np.zeros((len(bags), max(len(columns), 1)), dtype=np.float32)
    for row, bag in enumerate(bags):
        for word, count in Counter(bag).items():
            weights[row, columns[word]] = (1 + math.log(count)) * rarity(word)
    weights /= np.maximum(np.linalg.norm(weights, axis=1, keepdims=True), 1e-9)
    return (weights @ weights.T).astype(np.float64)


@dataclass(frozen=True, slots=True)
class _Vectors:
    """The word sets of one wording, weighted by rarity and of length one."""

    context: Mapping[str, float]
    window: Mapping[str, float]
    names: Mapping[str, float]
    arguments: Mapping[str, float]
    agents: Mapping[str, float]
    objects: Mapping[str, float]
    others: Mapping[str, float]


def _vector(words: Iterable[str], corpus: Corpus) -> Mapping[str, float]:
    weights = {word: corpus.rarity(word) for word in sorted(words)}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other)


class Pairs:
    """Features of pairs of wordings of one corpus."""

    def __init__(self, wordings: Sequence[Wording], corpus: Corpus) -> None:
        """Weigh the words of ``wordings`` once."""
        self._wordings = wordings
        self._corpus = corpus
        self._vectors = [
            _Vectors(
                *(
                    _vector(words, corpus)
                    for words in (
                        one.context,
                        one.window,
                        one.names,
                        one.arguments.all,
                        one.arguments.agents,
                        one.arguments.objects,
                        one.arguments.others,
                    )
                )
            )
            for one in wordings
        ]
        self._rarity = [corpus.relative_rarity(one.head) for one in wordings]

    def relation(self, left: int, right: int) -> int:
        """The number in RELATIONS of how the triggers of two wordings are related."""
        one, other = self._wordings[left], self._wordings[right]
        if one.head == other.head:
            return 0
        if any(is_family(mine, theirs) for mine in one.stems for theirs in other.stems):
            return 1
        return 2 if one.acts & other.acts else 3

    def features(self, left: int, right: int) -> tuple[float, ...]:
        """The features of two wordings, named in FEATURES; the order of the two does not matter."""
        one, other = self._wordings[left], self._wordings[right]
        mine, theirs = self._vectors[left], self._vectors[right]
        agents, objects = _cosine(mine.agents, theirs.agents), _cosine(mine.objects, theirs.objects)
        return (
            len(one.stems & other.stems) / min(len(one.stems), len(other.stems)),
            float(one.trigger == other.trigger),
            (self._rarity[left] + self._rarity[right]) / 2,
            _cosine(mine.context, theirs.context),
            _cosine(mine.window, theirs.window),
            _cosine(mine.names, theirs.names),
            _cosine(mine.arguments, theirs.arguments),
            agents,
            objects,
            _cosine(mine.others, theirs.others),
            _cosine(mine.arguments, theirs.context) + _cosine(theirs.arguments, mine.context),
            max(agents, objects),
            float(bool(one.numbers and other.numbers) and one.numbers.isdisjoint(other.numbers)),
            float(not one.numbers.isdisjoint(other.numbers)),
            *self._positions(one, other),
            float(bool(one.acts and other.acts) and self.relation(left, right) == 3),
            float(one.document == other.document and one.sentence == other.sentence),
            float(one.head in _REPORTING and other.head in _REPORTING),
            math.log1p(min(abs(one.start - other.start), 3000)) / 8 if one.document == other.document else 0.0,
        )

    def _positions(self, one: Wording, other: Wording) -> tuple[float, ...]:
        is_same = one.document == other.document
        openings = (one.sentence == 0) + (other.sentence == 0)
        return (
            float(is_same),
            min(abs(one.sentence - other.sentence), 10) / 10 if is_same else 0.0,
            _SELF if is_same else float(self._corpus.texts[one.document, other.document]),
            _SELF if is_same else float(self._corpus.names[one.document, other.document]),
            float(openings == 2),
            float(openings == 1),
            float(one.sentence <= 1 and other.sentence <= 1),
        )


def expand(features: Matrix) -> Matrix:
    """The columns that the weights are for: the features, roots and hinges of some, and products of pairs of them."""
    column = {name: features[:, number] for number, name in enumerate(FEATURES)}
    roots = [np.sqrt(np.maximum(column[name], 0.0)) for name in _ROOTS]
    hinges = [np.maximum(column["texts"] - hinge, 0.0) for hinge in _HINGES]
    products = [column[left] * column[right] for left, right in _PRODUCTS]
    return np.column_stack([features, *roots, *hinges, *products])


@dataclass(frozen=True, slots=True)
class Weights:
    """For each relation the weight of each column of :func:`expand`, and the weight that is always added."""

    columns: Matrix
    constants: Matrix

    def probabilities(self, features: Matrix, relations: npt.NDArray[np.int64]) -> Matrix:
        """How likely each pair is one event, 0 to 1."""
        logits = np.einsum("ij,ij->i", expand(features), self.columns[relations]) + self.constants[relations]
        return np.asarray(1.0 / (1.0 + np.exp(-logits)), dtype=np.float64)


@functools.cache
def learnt() -> Weights:
    """The weights that come with the package."""
    data = json.loads((resources.files(__package__) / "resemblance.json").read_text(encoding="utf-8"))
    return Weights(
        np.array([data["weights"][relation] for relation in RELATIONS]),
        np.array([data["constants"][relation] for relation in RELATIONS]),
    )
