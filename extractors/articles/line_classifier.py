"""Body or furniture: a logistic model over the shape of lines, with weights that were learnt once and shipped.

The weights hold numbers alone (``line_weights.json``; their card is docs/cards/line-classifier.md, the training script
benchmarks/train_lines.py).
"""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence
from importlib import resources

import numpy as np
import numpy.typing as npt

from extractors.articles.blocks import Block
from extractors.articles.line_features import Matrix, block_features, line_features


@functools.cache
def _weights(model: str) -> tuple[npt.NDArray[np.float64], float]:
    text = (resources.files(__package__) / "line_weights.json").read_text(encoding="utf-8")
    learnt = json.loads(text)[model]
    return np.array(learnt["weights"]), float(learnt["intercept"])


def _chances(model: str, features: Matrix) -> list[float]:
    weights, intercept = _weights(model)
    # rounded, so that another processor's last digit never decides over a line
    return [round(float(value), 6) for value in 1 / (1 + np.exp(-np.clip(features @ weights + intercept, -30, 30)))]


def chances_of_lines(lines: Sequence[str]) -> list[float]:
    """For each line of a plain-text page the chance (0..1) that it is body."""
    return _chances("text", line_features(lines)) if lines else []


def chances_of_blocks(blocks: Sequence[Block]) -> list[float]:
    """For each line of an HTML page the chance (0..1) that it is body."""
    return _chances("markup", block_features(blocks)) if blocks else []
