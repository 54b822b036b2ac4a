"""Corrections: what a person told us against the rules, an input of resolve beside the raw articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CorrectionKind(StrEnum):
    """What a correction does.

    ``merge`` makes one event of ``event_ids``; ``split`` takes ``mention_ids`` out of ``event_ids[0]`` into an event of
    their own; ``re-date`` sets the days of ``event_ids[0]``; ``retract`` silences the article ``article_id``;
    ``dismiss`` acknowledges the finding ``finding_id``.
    """

    MERGE = "merge"
    SPLIT = "split"
    REDATE = "re-date"
    RETRACT = "retract"
    DISMISS = "dismiss"


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """One line of a ``corrections/*.jsonl`` file of a warehouse: who said when what, and why.

    Only the fields that ``kind`` names are filled. ``day`` is the day on which the correction was made.
    """

    who: str
    day: date
    kind: CorrectionKind
    why: str
    event_ids: tuple[str, ...] = ()
    mention_ids: tuple[str, ...] = ()
    article_id: str | None = None
    finding_id: str | None = None
    first_day: date | None = None
    last_day: date | None = None
