"""How certain a reader takes an event to be: learnt linear weights over the features of the rules.

The weights hold no text (``docs/cards/status.md``). They are for who needs the scale of the factuality corpora; the
status of a mention is decided by the rules alone.
"""

from __future__ import annotations

import functools
import json
import math
from importlib import resources
from typing import Any, Literal

from spacy.tokens import Span

from extractors.event_mentions.status_features import status_features

#: ``experts`` annotate what the text commits to (FactBank); ``readers`` say what they would believe (UW).
Scale = Literal["experts", "readers"]
#: The classes are intervals of the scale; these are the bounds of "did not happen" and "happened".
_COUNTER, _FACT = -1.0, 1.0
_UNCERTAIN = 0.9


@functools.cache
def _model(scale: Scale) -> dict[str, Any]:
    text = (resources.files(__package__) / "status_weights.json").read_text(encoding="utf-8")
    model: dict[str, Any] = json.loads(text)[scale]
    return model


def factuality_of(trigger: Span, scale: Scale = "experts") -> float:
    """From -3 (certainly did not happen) over 0 (nothing is said) to 3 (certainly did)."""
    model = _model(scale)
    return value_of(_shares(model, status_features(trigger.root)), model["centres"], model["boosts"])


def _shares(model: dict[str, Any], features: list[str]) -> list[float]:
    scores = list(model["intercepts"])
    for name in features:
        for index, weight in enumerate(model["weights"].get(name, ())):
            scores[index] += weight
    highest = max(scores)
    powers = [math.exp(score - highest) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def value_of(shares: list[float], centres: list[float], boosts: list[float]) -> float:
    """The value for class shares: the likeliest of the three labels (``boosts`` even out their rarity) bounds it."""
    mean = sum(share * centre for share, centre in zip(shares, centres, strict=True))
    typical = (mean * 2 + _median(shares, centres) * 3) / 5
    grouped = [0.0, 0.0, 0.0]
    for share, centre in zip(shares, centres, strict=True):
        grouped[0 if centre <= _COUNTER else 2 if centre >= _FACT else 1] += share
    weighed = [share * boost for share, boost in zip(grouped, boosts, strict=True)]
    label = weighed.index(max(weighed))
    if label == 1:
        return min(max(mean, -_UNCERTAIN), _UNCERTAIN)
    return min(typical, _COUNTER) if label == 0 else max(typical, _FACT)


def _median(shares: list[float], centres: list[float]) -> float:
    reached = 0.0
    for share, centre in zip(shares, centres, strict=True):
        reached += share
        if reached >= 0.5:
            return centre
    return centres[-1]
