"""What resolution knows from an earlier call, so that a few new articles cost little."""

from __future__ import annotations

from collections.abc import Sequence

from extractors import calendar
from extractors.articles import CopyIndex
from extractors.claims import ArticleClaims
from extractors.events import EventIndex
from extractors.pipeline.parties import Cast


class Memory:
    """What copies, merging, the calendar and the tables know of the articles so far.

    Resolution with a memory gives the very tables that it gives without; it only takes less time. A memory belongs to
    one warehouse and one version of the rules.
    """

    def __init__(self) -> None:
        """Know no article yet."""
        self.copies = CopyIndex()
        self.events = EventIndex()
        self.calendar = calendar.Memory()
        self.cast = Cast()
        self._known: dict[str, ArticleClaims] = {}

    def familiar(self, claims: Sequence[ArticleClaims]) -> list[ArticleClaims]:
        """``claims``, those that are equal to ones given before replaced by these: equal articles are one object.

        Begins a new turn: what the last call did not ask for is forgotten.
        """
        self.calendar.turn()
        self.cast.turn()
        known, self._known = self._known, {}
        for each in claims:
            article_id = each.article.article_id
            old = known.get(article_id)
            self._known[article_id] = old if old is not None and (old is each or old == each) else each
        return [self._known[each.article.article_id] for each in claims]
