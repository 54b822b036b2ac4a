"""Archives as sources: every member is an input. One module per kind of archive; each has ``ENDINGS`` and ``members``.

What an archive may cost is bounded, whatever it claims to hold: a member that is too large is refused without being
unpacked any further, and an archive with too many or too much is refused from there on.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from warehouse.inbox.archives import tars, warcs, zips
from warehouse.inbox.archives.members import BrokenArchiveError, Member

__all__ = ["BrokenArchiveError", "Member", "is_archive", "members_of"]

_KINDS = (zips, tars, warcs)

#: More members, or more bytes in all, than an archive of articles has.
MOST_MEMBERS = 500_000
MOST_BYTES_IN_ALL = 20_000_000_000


def is_archive(name: str) -> bool:
    """A file of this name is an archive that can be taken apart."""
    return any(name.lower().endswith(kind.ENDINGS) for kind in _KINDS)


def members_of(path: Path, most_bytes: int) -> Iterator[Member]:
    """The members of the archive ``path`` in its order, but folders and hidden ones; read one at a time.

    One of ``most_bytes`` or more has no content. Raises BrokenArchiveError where the archive cannot be read further.
    """
    kind = next(kind for kind in _KINDS if path.name.lower().endswith(kind.ENDINGS))
    total = 0
    for count, member in enumerate(kind.members(path, most_bytes), start=1):
        total += len(member.content or b"")
        if count > MOST_MEMBERS or total > MOST_BYTES_IN_ALL:
            raise BrokenArchiveError("too large: it holds more than an archive of articles does")
        if not any(part.startswith(".") for part in member.name.split("/")):
            yield member
