"""A warehouse's own ``dateline.toml``: entries its user adds to the lexicons, source trust, aliases, watch lists."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractors import lexicons
from flows.errors import CommandError

FILE_NAME = "dateline.toml"


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What ``dateline.toml`` says beside entries of lexicons: the headers that are sent to hosts, by host."""

    headers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def read_settings(warehouse: Path) -> dict[str, Any]:
    """What ``dateline.toml`` in ``warehouse`` adds, by name of the lexicon; nothing where there is no such file.

    Raises CommandError, with the place, when the file is not TOML.
    """
    path = warehouse / FILE_NAME
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CommandError(f"{path}: {error}") from error


def apply_settings(warehouse: Path) -> Settings:
    """Add the entries of ``dateline.toml`` to the lexicons of this process; returns the other settings.

    Raises CommandError when they do not fit.
    """
    read = read_settings(warehouse)
    fetching = read.pop("fetching", {})
    try:
        lexicons.extend(read)
        return Settings(headers=_headers(fetching))
    except ValueError as error:
        raise CommandError(f"{warehouse / FILE_NAME}: {error}") from error


def _headers(fetching: Any) -> dict[str, dict[str, str]]:
    """``[fetching.headers."<host>"]`` of the file, by host; raises ValueError."""
    if not isinstance(fetching, dict) or fetching.keys() - {"headers"}:
        raise ValueError('[fetching] has tables [fetching.headers."<host>"] and nothing else')
    headers = fetching.get("headers", {})
    for host, named in headers.items():
        if not isinstance(named, dict) or not all(isinstance(value, str) for value in named.values()):
            raise ValueError(f'[fetching.headers."{host}"] has lines such as Authorization = "Bearer ${{TOKEN}}"')
    return dict(headers)
