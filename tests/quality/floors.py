"""Floors under the figures that were reached: they rise by themselves and fall only by an edit with a reason.

``floors.json`` holds for each corpus its digest and figures. A better figure is written back (except in CI, where the
tree must stay as committed); a worse one fails; a changed corpus fails until its floors are set anew.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("floors.json")
#: Figures of which less is better.
CEILINGS = frozenset({"false_precision", "canonical_false_precision", "negatives_violated"})


def digest(folder: Path) -> str:
    """SHA-256 over the names and contents of all files below ``folder``."""
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def fallen(corpus: str, folder: Path, figures: Mapping[str, float]) -> list[str]:
    """What is worse than its floor, in words; raises the floors of what is better."""
    book: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}
    page = dict(book.get(corpus, {"digest": digest(folder), "figures": {}}))
    if page["digest"] != digest(folder):
        return [f"{corpus}: the corpus changed; set its floors anew, and say why"]
    floors: dict[str, float] = page["figures"]
    worse = [
        f"{corpus} {name}: {figures[name]:.4f}, pinned at {floor:.4f}"
        for name, floor in floors.items()
        if name in figures and _is_worse(name, figures[name], floor)
    ]
    page["figures"] = {name: _better(name, value, floors.get(name)) for name, value in sorted(figures.items())}
    if not worse and book.get(corpus) != page and "CI" not in os.environ:
        FLOORS.write_text(json.dumps({**book, corpus: page}, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return worse


def _is_worse(name: str, value: float, floor: float) -> bool:
    return value > floor + 5e-5 if name in CEILINGS else value < floor - 5e-5


def _better(name: str, value: float, floor: float | None) -> float:
    if floor is None:
        return round(value, 4)
    best = min(value, floor) if name in CEILINGS else max(value, floor)
    return floor if math.isclose(best, floor, abs_tol=5e-5) else round(best, 4)
