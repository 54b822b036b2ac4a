"""A warehouse's own ``dateline.toml``: entries its user adds to the lexicons, source trust, aliases, watch lists."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from extractors import lexicons
from flows.errors import CommandError

FILE_NAME = "dateline.toml"


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


def apply_settings(warehouse: Path) -> Mapping[str, Any]:
    """Add the warehouse's settings to the lexicons of this process; returns them, for further processes.

    Raises CommandError when they do not fit.
    """
    settings = read_settings(warehouse)
    try:
        lexicons.extend(settings)
    except ValueError as error:
        raise CommandError(f"{warehouse / FILE_NAME}: {error}") from error
    return settings
