"""What the rules know, as data files that carry their own examples.

Each ``<name>.toml`` beside this module is one lexicon. An entry without an example is unfinished: a generic test
runs the examples of every entry.
"""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import Any


@functools.cache
def load(name: str) -> dict[str, Any]:
    """The parsed content of lexicon ``name`` (the file name without ``.toml``); read once, do not change it."""
    return tomllib.loads((resources.files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))
