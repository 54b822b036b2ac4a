"""Files that are whole or not there: written beside their place, then moved into it."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A fresh name beside ``path`` to write to; moved over ``path`` at the end, removed when an error comes first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}-{secrets.token_hex(4)}.draft")
    try:
        yield draft
        draft.replace(path)
    except OSError as error:
        if error.filename is not None:
            raise
        # a full disk names no file
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        draft.unlink(missing_ok=True)


def write_bytes(path: Path, content: bytes | memoryview) -> None:
    """Write ``content`` to ``path`` so that a crash at any moment leaves the old file or the new one."""
    with replacing(path) as draft, draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def write_link(path: Path, target: str) -> None:
    """Make ``path`` a symbolic link to ``target``, in one step even where a link stands already."""
    with replacing(path) as draft:
        draft.symlink_to(target)


def link_or_copy(source: Path, path: Path) -> None:
    """Give the file ``source`` the further name ``path``; copy its bytes where hard links do not exist."""
    try:
        os.link(source, path)
    except OSError:
        write_bytes(path, source.read_bytes())


def settle(folder: Path) -> None:
    """Wait until the names in ``folder`` are on disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
