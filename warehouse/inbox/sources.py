"""Finds what the user named: files, folders, globs, ``-``, web addresses. Nothing is read here but first bytes."""

from __future__ import annotations

import glob
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from warehouse.errors import MissingSourceError
from warehouse.inbox.addresses import masked
from warehouse.inbox.archives import is_archive

#: How much of a file its reader is chosen by.
HEAD_BYTES = 4096

#: The source that is standard input.
STDIN = "-"

#: Says of a file's name and first bytes that a reader surely understands it.
IsSure = Callable[[str, bytes], bool]


@dataclass(frozen=True, kw_only=True)
class Located:
    """One input that was found, not read yet: its address in the tables, and where its bytes are.

    ``path`` is a file; without one ``source_uri`` is an address of the web or ``-``. ``address`` is the address as it
    was given, with the secrets that ``source_uri`` does not show.
    """

    source_uri: str
    path: Path | None = None
    address: str | None = field(default=None, repr=False)

    @property
    def is_remote(self) -> bool:
        """It has to be fetched."""
        return self.path is None and self.source_uri != STDIN


@dataclass(frozen=True)
class Inventory:
    """What the sources hold: the inputs in order of their addresses, and how many files of folders were skipped."""

    located: tuple[Located, ...]
    skipped_count: int


def locate(sources: Sequence[str], is_sure: IsSure) -> Inventory:
    """Find every input of ``sources``: files, folders, globs, ``http(s)://`` addresses, ``-`` for stdin.

    Of a folder every archive and every file for which ``is_sure(name, first bytes)`` holds (hidden ones never); the
    others are counted as skipped. A file named by itself or by a glob is always taken. Addresses are relative to the
    source: a file's name, a folder's file with its path inside the folder. Where two files would get the same address,
    as many folders as tell them apart are put before it. Raises MissingSourceError, naming them all, when sources do
    not exist.
    """
    addresses = [
        Located(source_uri=masked(source), address=source)
        for source in sources
        if source == STDIN or is_address(source)
    ]
    named = {source: _paths(source) for source in sources if source != STDIN and not is_address(source)}
    missing = [source for source, paths in named.items() if not paths]
    if missing:
        raise MissingSourceError(f"no such file or folder: {', '.join(missing)}")
    skipped: list[Path] = []
    found = [item for paths in named.values() for path in paths for item in _inside(path, is_sure, skipped)]
    located = {*addresses, *_told_apart(found)}
    return Inventory(tuple(sorted(located, key=lambda item: item.source_uri)), len(skipped))


def is_address(source: str) -> bool:
    """``source`` is an address of the web."""
    return source.lower().startswith(("http://", "https://"))


def exists(source: str) -> bool:
    """There is something that ``source`` names: a file, a folder, a match; an address and ``-`` always."""
    return source == STDIN or is_address(source) or bool(_paths(source))


def _paths(source: str) -> list[Path]:
    if Path(source).exists():
        return [Path(source)]
    # Path.glob takes no absolute patterns
    return sorted(Path(match) for match in glob.glob(source, recursive=True))  # noqa: PTH207 (see above)


def _inside(path: Path, is_sure: IsSure, skipped: list[Path]) -> Iterator[Located]:
    if not path.is_dir():
        yield Located(source_uri=_address(Path(path.name)), path=path)
        return
    for file in _files(path):
        if is_archive(file.name) or is_sure(file.name, _head(file)):
            yield Located(source_uri=_address(file.relative_to(path)), path=file)
        else:
            skipped.append(file)


def _files(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(where, name) for name in sorted(names) if not name.startswith("."))


def _head(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(HEAD_BYTES)
    except OSError:
        # what cannot be opened is nothing a reader could be sure of
        return b""


def _address(path: Path) -> str:
    # names of files are bytes on disk and need not be UTF-8
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _told_apart(found: Iterable[Located]) -> Iterator[Located]:
    by_address: defaultdict[str, dict[Path, Located]] = defaultdict(dict)
    for item in found:
        if item.path is not None:
            by_address[item.source_uri].setdefault(item.path.resolve(), item)
    for address, items in by_address.items():
        yield from items.values() if len(items) == 1 else _longer(address.count("/") + 2, items)


def _longer(length: int, items: dict[Path, Located]) -> Iterator[Located]:
    ends = {path: Path(*path.parts[-length:]) for path in items}
    if len(set(ends.values())) < len(items):
        yield from _longer(length + 1, items)
        return
    yield from (replace(item, source_uri=_address(ends[path])) for path, item in items.items())
