"""Learn the weights of ``extractors/event_mentions/status_weights.json``: ``python -m benchmarks.train_status GOLD``.

Prints the figures of five folds (sentences with the same words always in one fold), then writes weights learnt from
all. Needs scikit-learn. The weights name grammatical categories and lexicon entries only: no text.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.yardstick import Row, read_rows, score, write_rows
from extractors.event_mentions import status_calibration
from extractors.event_mentions.status_calibration import Scale, value_of
from extractors.event_mentions.status_features import status_features
from extractors.language import parse

#: Lower bounds of the classes that are told apart, after the first.
_BINS = (-2.5, -0.999, -0.001, 0.999, 1.99, 2.7)
_SCALES: dict[Scale, str] = {"experts": "factbank", "readers": "uw"}
#: What a rare label counts against the common one, by scale: did not happen, uncertain, happened.
_BOOSTS: dict[Scale, list[float]] = {"experts": [1.4, 2.0, 1.0], "readers": [1.5, 3.0, 1.0]}
_STRENGTH = 0.1
_LEAST_COUNT = 8
_FOLDS = 5


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", help="status.jsonl with values")
    rows = list(read_rows(parser.parse_args().gold))
    events = [event for row in rows for event in _events(row)]
    kept = {name for name, count in Counter(n for e in events for n in e["features"]).items() if count >= _LEAST_COUNT}
    matrix = DictVectorizer().fit([dict.fromkeys(kept, 1)])
    data = matrix.transform([{n: 1 for n in e["features"] if n in kept} for e in events]).tocsr()
    names = list(matrix.get_feature_names_out())
    predicted = _folds(data, events)
    _report(rows, events, predicted)
    models = {scale: _weights(data, events, names, scale) for scale in _SCALES}
    target = Path(status_calibration.__file__).with_name("status_weights.json")
    target.write_text(json.dumps(models, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def _events(row: Row) -> list[Row]:
    doc = parse(row["text"], [(0, len(row["text"]))])
    group = re.sub(r"\W", "", row["text"].lower())
    known = {"doc": row["doc"], "corpus": row["corpus"], "group": group}
    found = []
    for event in row["events"]:
        trigger = doc.char_span(event["start"], event["end"], alignment_mode="expand")
        features = [] if trigger is None else status_features(trigger.root)
        found.append({**event, **known, "features": features})
    return found


def _bin(value: float) -> int:
    return sum(value >= bound for bound in _BINS)


def _centres(events: Sequence[Row], places: Sequence[int]) -> list[float]:
    values: dict[int, list[float]] = {}
    for place in places:
        values.setdefault(_bin(events[place]["value"]), []).append(events[place]["value"])
    return [float(median(values.get(index, [0.0]))) for index in range(len(_BINS) + 1)]


def _fit(data: Any, events: Sequence[Row], places: Sequence[int]) -> LogisticRegression:
    model = LogisticRegression(C=_STRENGTH, max_iter=300)
    return model.fit(data[list(places)], [_bin(events[place]["value"]) for place in places])


def _places(events: Sequence[Row], scale: Scale) -> list[int]:
    """The examples of a scale; MEANTIME is judged by the experts' scale, never learnt from."""
    return [index for index, event in enumerate(events) if event["corpus"] == _SCALES[scale]]


def _scale_of(corpus: str) -> Scale:
    return "readers" if corpus == _SCALES["readers"] else "experts"


def _folds(data: Any, events: Sequence[Row]) -> list[float]:
    predicted = [0.0] * len(events)
    groups = [event["group"] for event in events]
    for train, test in GroupKFold(_FOLDS).split(data, None, groups):
        for scale, corpus in _SCALES.items():
            places = [i for i in train if events[i]["corpus"] == corpus]
            model, centres = _fit(data, events, places), _centres(events, places)
            asked = [i for i in test if _scale_of(events[i]["corpus"]) == scale]
            for place, shares in zip(asked, model.predict_proba(data[asked]), strict=True):
                full = [0.0] * len(centres)
                for index, share in zip(model.classes_, shares, strict=True):
                    full[int(index)] = float(share)
                predicted[place] = value_of(full, centres, _BOOSTS[scale])
    return predicted


def _report(rows: Sequence[Row], events: Sequence[Row], predicted: Sequence[float]) -> None:
    found: dict[str, list[Row]] = {row["doc"]: [] for row in rows}
    for event, value in zip(events, predicted, strict=True):
        found[event["doc"]].append({"start": event["start"], "value": value})
    with tempfile.TemporaryDirectory() as folder:
        gold, out = Path(folder) / "gold.jsonl", Path(folder) / "predictions.jsonl"
        write_rows(gold, rows)
        write_rows(out, [{"doc": doc, "events": values} for doc, values in found.items()])
        score("score_status.py", gold, out)


def _weights(data: Any, events: Sequence[Row], names: Sequence[str], scale: Scale) -> dict[str, Any]:
    places = _places(events, scale)
    model = _fit(data, events, places)
    columns = {name: [round(float(w), 3) for w in model.coef_[:, index]] for index, name in enumerate(names)}
    return {
        "boosts": _BOOSTS[scale],
        "centres": [_centres(events, places)[int(index)] for index in model.classes_],
        "intercepts": [round(float(w), 3) for w in model.intercept_],
        "weights": {name: column for name, column in columns.items() if any(column)},
    }


if __name__ == "__main__":
    main()
