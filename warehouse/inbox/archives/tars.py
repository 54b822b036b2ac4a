"""Tar archives, packed or not."""

from __future__ import annotations

import lzma
import tarfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from warehouse.inbox.archives.members import BrokenArchiveError, Member, limited

ENDINGS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")


def members(path: Path, most_bytes: int) -> Iterator[Member]:
    """The regular files in the archive, read in one pass; raises BrokenArchiveError."""
    try:
        with tarfile.open(path, "r|*") as archive:
            for entry in archive:
                file = archive.extractfile(entry) if entry.isfile() else None
                if file is not None:
                    yield Member(entry.name.removeprefix("./"), limited(file, most_bytes))  # type: ignore[arg-type]
    except (tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError) as error:
        raise BrokenArchiveError(str(error)) from error
