"""What the one calendar holds, as rows of the tables it fills."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.claims import ArticleClaims
from schemas import CountClaim, DayBound, Event, EventParticipant, EventStatus, Finding, FindingEvidence


@dataclass(frozen=True, kw_only=True, slots=True)
class Calendar:
    """All events and articles on one calendar.

    ``claims`` are those that were given, in the order of article ids, with final reference days on ``article``, told
    days recomputed for them, and ``first_day .. last_day`` of every mention set from all that is known. ``dated`` are
    the same before that last step: an article whose reference days did not move is the very object that was given. The
    other fields are complete tables, each sorted by its key.
    """

    claims: tuple[ArticleClaims, ...]
    dated: tuple[ArticleClaims, ...]
    events: tuple[Event, ...]
    event_participants: tuple[EventParticipant, ...]
    event_status: tuple[EventStatus, ...]
    count_claims: tuple[CountClaim, ...]
    day_bounds: tuple[DayBound, ...]
    findings: tuple[Finding, ...]
    finding_evidence: tuple[FindingEvidence, ...]
