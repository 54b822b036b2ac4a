"""Mentions to events, within one article and across all: which claims are about one happening, and its lasting id."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.claims import ArticleClaims
from extractors.events.index import EventIndex
from extractors.events.merging import Merging
from extractors.events.remembering import forget
from schemas import Correction, EventId

__all__ = ["EventIndex", "Merging", "forget", "merge"]


def merge(
    claims: Sequence[ArticleClaims],
    ledger: Sequence[EventId],
    corrections: Sequence[Correction] = (),
    superseded: Sequence[ArticleClaims] = (),
) -> Merging:
    """Which mentions of all articles are one event.

    On an empty ledger the answer does not depend on the order of ``claims``; with a ledger ids are kept, also
    where a page was changed: ``superseded`` are older versions of the articles, which do not speak themselves. Who asks
    again with more articles keeps an :class:`EventIndex` and asks that.
    """
    return EventIndex().merge(claims, ledger, corrections, superseded)
