"""Learn the weights of ``extractors.events.given`` and report figures from folds by topic.

``python -m benchmarks.train_merging GOLD [--write]``; needs scikit-learn (a development dependency). Every topic's
mentions are grouped by weights learnt from other topics; the weights that are written are learnt from all of them.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from benchmarks.merging import SCORER, marked
from benchmarks.yardstick import Row, read_rows, score, write_rows
from extractors.events.given import candidates
from extractors.events.given.linkage import link
from extractors.events.given.resemblance import RELATIONS, Corpus, Pairs, Weights, expand
from extractors.events.given.wording import Wording, read

TARGET = Path(__file__).parents[1] / "extractors" / "events" / "given" / "resemblance.json"
FOLDS = 5
#: Of unrelated pairs that are not one event this share is learnt from, weighted up in turn.
KEPT_SHARE = 0.25
#: Inverse strength of the regularization.
STRENGTH = 0.05
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


class Examples:
    """All compared pairs of a yardstick file with their features, relation, label and the folds of their topics."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Read ``rows`` and compute the features of every compared pair."""
        texts = [read(marked(row), number) for number, row in enumerate(rows)]
        self.wordings: list[Wording] = [wording for text in texts for wording in text.wordings]
        corpus = Corpus(texts)
        pairs = Pairs(self.wordings, corpus)
        self.pairs = np.array(list(candidates(self.wordings, corpus)))
        self.features = np.array([pairs.features(left, right) for left, right in self.pairs.tolist()])
        self.relations = np.array([pairs.relation(left, right) for left, right in self.pairs.tolist()])
        clusters = np.array([mention["cluster"] for row in rows for mention in row["mentions"]])
        topics = [row["topic"] for row in rows for _ in row["mentions"]]
        numbers = {topic: number % FOLDS for number, topic in enumerate(sorted(set(topics), key=int))}
        folds = np.array([numbers[topic] for topic in topics])
        self.labels: Flags = clusters[self.pairs[:, 0]] == clusters[self.pairs[:, 1]]
        self.folds = folds[self.pairs]
        self.importance = self._importance()

    def _importance(self) -> Floats:
        """Every mention counts alike within a relation, however many pairs it stands in."""
        counts = np.zeros((len(self.wordings), len(RELATIONS)))
        for side in (0, 1):
            np.add.at(counts, (self.pairs[:, side], self.relations), 1.0)
        return np.asarray(sum(1.0 / counts[self.pairs[:, side], self.relations] for side in (0, 1)))

    def learn(self, usable: Flags) -> Weights:
        """Weights from the usable pairs."""
        columns, constants = [], []
        expanded = expand(self.features)
        drawn = np.random.default_rng(0).random(len(self.labels)) < KEPT_SHARE
        for relation in range(len(RELATIONS)):
            chosen = usable & (self.relations == relation)
            importance = self.importance
            if RELATIONS[relation] == "none":
                chosen &= drawn | self.labels
                importance = np.where(self.labels, importance, importance / KEPT_SHARE)
            weights, constant = _fit(expanded[chosen], self.labels[chosen], importance[chosen])
            columns.append(weights)
            constants.append(constant)
        return Weights(np.array(columns), np.array(constants))

    def likely(self, weights: Weights, chosen: Flags) -> Floats:
        """How likely the chosen pairs are one event."""
        return weights.probabilities(self.features[chosen], self.relations[chosen])


def _fit(columns: Floats, labels: Flags, importance: Floats) -> tuple[Floats, float]:
    """Logistic regression on standardized columns, given back for the columns as they are."""
    mean, deviation = columns.mean(axis=0), columns.std(axis=0)
    deviation[deviation == 0] = 1.0
    model = LogisticRegression(C=STRENGTH, max_iter=300)
    model.fit((columns - mean) / deviation, labels, sample_weight=importance / importance.mean())
    weights = model.coef_[0] / deviation
    return weights, float(model.intercept_[0] - weights @ mean)


def _cross_validated(examples: Examples) -> Floats:
    likely = np.zeros(len(examples.labels))
    for fold in range(FOLDS):
        held_out = (examples.folds == fold).any(axis=1)
        likely[held_out] = examples.likely(examples.learn(~held_out), held_out)
    return likely


def _predictions(rows: Sequence[Row], examples: Examples, likely: Floats) -> list[Row]:
    pairs = ((left, right, p) for (left, right), p in zip(examples.pairs.tolist(), likely.tolist(), strict=True))
    groups = link(len(examples.wordings), pairs)
    cluster_of = {one: number for number, members in enumerate(groups) for one in members}
    numbers = iter(range(len(examples.wordings)))
    return [
        {
            "doc": row["doc"],
            "mentions": [
                {"mention": mention["mention"], "cluster": f"cluster{cluster_of[next(numbers)]}"}
                for mention in row["mentions"]
            ],
        }
        for row in rows
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures from folds; with ``--write`` also write the weights learnt from everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold")
    parser.add_argument("--write", action="store_true", help=f"write {TARGET.name}")
    chosen = parser.parse_args(arguments)
    rows = list(read_rows(chosen.gold))
    examples = Examples(rows)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "predictions.jsonl"
        write_rows(target, _predictions(rows, examples, _cross_validated(examples)))
        score(SCORER, chosen.gold, target)
    if chosen.write:
        weights = examples.learn(np.ones(len(examples.labels), dtype=np.bool_))
        data = {
            "weights": {name: weights.columns[number].round(5).tolist() for number, name in enumerate(RELATIONS)},
            "constants": {name: round(float(weights.constants[number]), 5) for number, name in enumerate(RELATIONS)},
        }
        TARGET.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
