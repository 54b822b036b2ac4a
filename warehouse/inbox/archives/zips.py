"""Zip archives."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from warehouse.inbox.archives.members import BrokenArchiveError, Member, limited

ENDINGS = (".zip",)


def members(path: Path, most_bytes: int) -> Iterator[Member]:
    """The files in the archive; raises BrokenArchiveError."""
    try:
        with zipfile.ZipFile(path) as archive:
            for entry in archive.infolist():
                if not entry.is_dir():
                    with archive.open(entry) as file:
                        # what the entry says of its size is not believed
                        yield Member(entry.filename, limited(file, most_bytes))  # type: ignore[arg-type]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        # a RuntimeError says that a password is needed
        raise BrokenArchiveError(str(error)) from error
