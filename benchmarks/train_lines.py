"""Learn the weights of the line classifier: ``python -m benchmarks.train_lines GOLD [--weights OUT]``.

GOLD is a pages yardstick with bodies. Pages are rendered naively to lines; a line is body when half of its runs of four
words stand in the gold body. What is printed is measured on sites that the model has not seen (five folds by site):
F1 over lines, each weighted by its words. With ``--weights`` the models learnt from all pages are written there.
Needs scikit-learn (a development package); the product needs only the numbers.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.yardstick import Row, read_rows
from extractors.articles.blocks import Block, blocks_of
from extractors.articles.line_features import Matrix, block_features, line_features
from extractors.articles.pages import parse_page
from extractors.readers.decoding import decode_markup

_UNSPACED = re.compile("[\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0e7f\u1000-\u109f]")
_FOLDS = 5

Vector = npt.NDArray[np.float64]
Features = Callable[[Sequence[Block]], Matrix]


class Page:
    """One page: its lines, which of them are body, how many words each has, and its site."""

    def __init__(self, blocks: Sequence[Block], labels: npt.NDArray[np.bool_], site: str) -> None:
        self.blocks = blocks
        self.labels = labels
        self.words = np.array([len(_words(block.text)) for block in blocks], dtype=np.float64)
        self.site = site

    def cropped(self, margin: int) -> Page:
        """The page from ``margin`` lines before its body to ``margin`` lines after it, as careful scrapers save it."""
        body = np.flatnonzero(self.labels)
        first, last = (max(0, body[0] - margin), body[-1] + margin + 1) if len(body) else (0, len(self.blocks))
        return Page(self.blocks[first:last], self.labels[first:last], self.site)


def _page(row: Row, folder: Path) -> Page:
    content = gzip.decompress((folder / row["html"]).read_bytes())
    blocks = blocks_of(parse_page(decode_markup(content)))
    return Page(blocks, _labels(blocks, row["body"]), _site(row["url"]))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[n : n + 4]) for n in range(len(words) - 3)]


def _labels(blocks: Sequence[Block], body: str) -> npt.NDArray[np.bool_]:
    runs = set(_runs(_words(body)))
    short = {" ".join(_words(line)) for line in body.split("\n") if _words(line)}
    labels = []
    for block in blocks:
        words = _words(block.text)
        own = _runs(words)
        labels.append(sum(run in runs for run in own) * 2 >= len(own) if own else " ".join(words) in short)
    return np.array(labels, dtype=bool)


def _site(url: str) -> str:
    parts = (urlsplit(url).hostname or "").split(".")
    return ".".join(parts[-3:] if len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2 else parts[-2:])


def _fit(features: Matrix, labels: npt.NDArray[np.bool_], words: Vector) -> tuple[Vector, float]:
    """Weights and intercept for unscaled features; long lines count more, by the root of their words."""
    mean, scale = features.mean(axis=0), features.std(axis=0)
    scale[scale == 0] = 1
    model = LogisticRegression(C=1.0, max_iter=300)
    model.fit((features - mean) / scale, labels, sample_weight=np.sqrt(words + 1))
    weights = model.coef_[0] / scale
    return weights, float(model.intercept_[0] - weights @ mean)


def _weighted_f1(labels: npt.NDArray[np.bool_], predicted: npt.NDArray[np.bool_], words: Vector) -> float:
    return float(2 * words[labels & predicted].sum() / (words[labels].sum() + words[predicted].sum()))


def _learn(pages: Sequence[Page], features: Features) -> tuple[Vector, float]:
    return _fit(
        np.vstack([features(page.blocks) for page in pages]),
        np.concatenate([page.labels for page in pages]),
        np.concatenate([page.words for page in pages]),
    )


def _with_cropped(pages: Sequence[Page]) -> list[Page]:
    """The pages, and each of them cropped to its body and a few lines."""
    return [*pages, *(page.cropped(number % 4) for number, page in enumerate(pages))]


def _unseen_f1(pages: Sequence[Page], model: Model) -> float:
    """Word-weighted F1 over all lines, each judged by a model that has not seen its site."""
    predicted: list[npt.NDArray[np.bool_]] = [np.zeros(0, dtype=bool)] * len(pages)
    for train, test in GroupKFold(_FOLDS).split(pages, groups=[page.site for page in pages]):
        weights, intercept = _learn(model.seen([pages[n] for n in train]), model.features)
        for n in test:
            predicted[n] = model.features(pages[n].blocks) @ weights + intercept > 0
    return _weighted_f1(
        np.concatenate([page.labels for page in pages]),
        np.concatenate(predicted),
        np.concatenate([page.words for page in pages]),
    )


@dataclass(frozen=True)
class Model:
    """What a model sees of a page's lines, and which pages it learns from."""

    features: Features
    seen: Callable[[Sequence[Page]], Sequence[Page]]


_MODELS = {
    # careful scrapers save a page's text with little around it: plain text is learnt in both forms
    "text": Model(lambda blocks: line_features([block.text for block in blocks]), _with_cropped),
    "markup": Model(block_features, list),
}


def _has_spaced_body(row: Row) -> bool:
    body = row["body"]
    return body is not None and (row["set"] == "aeb" or len(_UNSPACED.findall(body)) <= 0.2 * len(body))


def main() -> None:
    """Measure on unseen sites, then learn from all pages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--weights", type=Path)
    arguments = parser.parse_args()
    pages = [_page(row, arguments.gold.parent) for row in read_rows(arguments.gold) if _has_spaced_body(row)]
    pages = [page for page in pages if page.blocks]
    learnt = {}
    for name, model in _MODELS.items():
        print(f"{name}: {len(pages)} pages, F1 {_unseen_f1(pages, model):.4f} on unseen sites")
        weights, intercept = _learn(model.seen(pages), model.features)
        learnt[name] = {"weights": [round(float(one), 5) for one in weights], "intercept": round(intercept, 5)}
    if arguments.weights:
        arguments.weights.write_text(json.dumps(learnt, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
