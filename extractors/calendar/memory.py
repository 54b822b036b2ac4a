"""What the calendar knows from an earlier call, so that the next one only works out what changed.

Everything remembered is a pure function of its key, and keys hold all that it depends on: the answer is always that of
an empty memory. An event is known by its id and its reports; a report is another object as soon as its claim, article,
source, place or the name of a party is another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from extractors.calendar.apart import Apart, settled_apart
from extractors.calendar.bounds import Bound
from extractors.calendar.event_days import days_of, mention_days
from extractors.calendar.event_rows import EventDays, Following, event_row, following
from extractors.calendar.evidence import Shown
from extractors.calendar.offsets import Offset, offsets_of
from extractors.calendar.page_findings import copy_findings
from extractors.calendar.recalling import Recall, Same
from extractors.calendar.reports import Report
from extractors.calendar.standing import standing_of
from extractors.calendar.telling import Happening, happening, told_days
from extractors.calendar.undated import redated
from extractors.calendar.voices import Choir, Voice
from extractors.claims import ArticleClaims, Reference
from extractors.days import Days
from schemas import Event

#: An event that a mention is told of, with its days; None for a mention without an event.
Place = tuple[Happening, EventDays] | None


@dataclass(frozen=True, slots=True)
class Text:
    """An article's body, compared by identity."""

    article_id: str
    body: Same[str]


class Memory:
    """Remembers what was worked out for articles and events; grows with the corpus, not with the number of calls."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self.choir = Choir()
        self.redated: Recall[tuple[Same[ArticleClaims], Reference], ArticleClaims] = Recall(
            lambda keys: [redated(same.value, reference) for same, reference in keys]
        )
        self.offsets: Recall[tuple[Same[ArticleClaims], frozenset[str]], list[Offset]] = Recall(
            lambda keys: [offsets_of(same.value, wanted) for same, wanted in keys]
        )
        self.happenings: Recall[tuple[str, tuple[Report, ...]], Happening] = Recall(
            lambda keys: [_happening(*key) for key in keys]
        )
        self.told: Recall[Happening, tuple[tuple[Bound, ...], tuple[Bound, ...]]] = Recall(
            lambda keys: map(told_days, keys)
        )
        self.apart: Recall[Happening, Apart] = Recall(settled_apart)
        self.days: Recall[tuple[Happening, Days, Days, tuple[str, ...]], EventDays] = Recall(
            lambda keys: [days_of(*key) for key in keys]
        )
        self.rows: Recall[tuple[Happening, str, EventDays], Event] = Recall(
            lambda keys: [event_row(*key) for key in keys]
        )
        self.following: Recall[Happening, Following] = Recall(lambda keys: map(following, keys))
        self.dated: Recall[tuple[Voice, tuple[Place, ...]], ArticleClaims] = Recall(
            lambda keys: [_dated(*key) for key in keys]
        )
        self.copies: Recall[tuple[Text, Text], tuple[Shown, ...]] = Recall(
            lambda keys: [
                copy_findings(one.article_id, one.body.value, other.article_id, other.body.value) for one, other in keys
            ]
        )

    def turn(self) -> None:
        """Forget what was not asked for since the last turn: to be called between calls."""
        parts: list[Any] = list(vars(self).values())
        for part in parts:
            part.turn()


def _happening(event_id: str, reports: Sequence[Report]) -> Happening:
    ordered = sorted(reports, key=lambda report: report.order)
    return happening(event_id, ordered, standing_of(ordered))


def _dated(voice: Voice, places: Sequence[Place]) -> ArticleClaims:
    mentions = [
        mention_days(report, *(place or (None, None)))
        for report, place in zip(voice.reports.values(), places, strict=True)
    ]
    return replace(voice.claims, mentions=tuple(mentions))
