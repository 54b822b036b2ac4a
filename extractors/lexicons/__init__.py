"""What the rules know, as data files that carry their own examples.

Each ``<name>.toml`` beside this module is one lexicon. An entry without an example is unfinished: a generic test
runs the examples of every entry. Users add entries of their own with :func:`extend`, without touching ours.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

_additions: dict[str, Any] = {}


@functools.cache
def load(name: str) -> dict[str, Any]:
    """The content of lexicon ``name`` (the file name without ``.toml``) with the user's additions; do not change it."""
    content = tomllib.loads((resources.files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))
    return merged(content, _additions.get(name, {}))


@functools.cache
def names() -> frozenset[str]:
    """The names of all lexicons."""
    files = resources.files(__package__).iterdir()
    return frozenset(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml"))


def extend(additions: Mapping[str, Any]) -> None:
    """Add a user's entries: for each lexicon by name, content in that lexicon's own format.

    To be called once in a process before anything is read, because rules are made from lexicons at first use; calling
    it again with equal additions does nothing. Raises ValueError when a name is no lexicon's, a value does not fit the
    lexicon's format, or other additions are in use already.
    """
    if dict(additions) == _additions:
        return
    unknown = sorted(set(additions) - names())
    if unknown:
        raise ValueError(f"no lexicon is called {unknown[0]!r}; there are {', '.join(sorted(names()))}")
    if load.cache_info().currsize:
        raise ValueError("the lexicons are in use already with other additions; start a new process")
    _additions.clear()
    _additions.update(additions)
    for name in additions:
        load(name)


def additions() -> Mapping[str, Any]:
    """What was added in this process, by name of the lexicon."""
    return _additions


def merged(ours: dict[str, Any], theirs: Mapping[str, Any]) -> dict[str, Any]:
    """``ours`` with ``theirs`` added: lists are lengthened, tables merged, single values replaced.

    Raises ValueError where a list meets a table or the like.
    """
    result = dict(ours)
    for key, value in theirs.items():
        result[key] = _added(key, result[key], value) if key in result else value
    return result


def _added(key: str, ours: Any, theirs: Any) -> Any:
    if isinstance(ours, list) and isinstance(theirs, list):
        return [*ours, *theirs]
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return merged(ours, theirs)
    if isinstance(ours, list | dict) or isinstance(theirs, list | dict):
        kind = "list" if isinstance(ours, list) else "table"
        raise ValueError(f"{key!r} must be a {kind}, as in the lexicon")  # noqa: TRY004 (a wrong file, not a wrong call)
    return theirs
