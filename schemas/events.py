"""Events: what all claims about the same happening share."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from schemas.columns import Col, table
from schemas.enumerations import DayRole, EventType, IntervalKind, Precision, Role, Status


@table("events", row_is="a happening", key=["event_id"])
class Event:
    """One happening on the one calendar."""

    event_id: Annotated[str, Col("Stable id from the ledger event_ids")]
    label: Annotated[str, Col("What a chronicler would write")]
    event_type: Annotated[EventType, Col("The act itself")]
    event_mode: Annotated[str | None, Col("The form of the act")]
    cameo_code: Annotated[str | None, Col("CAMEO code, a string with its leading zeros")]
    status: Annotated[Status, Col("The latest status told")]
    status_first_day: Annotated[date | None, Col("First day on which the status can have begun to hold", unit="day")]
    status_last_day: Annotated[date | None, Col("Last day on which the status can have begun to hold", unit="day")]
    first_day: Annotated[date | None, Col("First day; null = unbounded", unit="day")]
    last_day: Annotated[date | None, Col("Last day; null = unbounded", unit="day")]
    begin_last_day: Annotated[date | None, Col("Latest begin of a stretch; null for `within`", unit="day")]
    end_first_day: Annotated[date | None, Col("Earliest end of a stretch; null for `within`", unit="day")]
    sort_day: Annotated[date | None, Col("For ordering rows only; says nothing about the event", unit="day")]
    precision: Annotated[Precision, Col("How exact first_day .. last_day is")]
    interval_kind: Annotated[IntervalKind, Col("On some day within, or throughout")]
    day_role: Annotated[DayRole, Col("Whose days they are; `status` days are never the event's own")]
    edtf: Annotated[str, Col("The days in EDTF (ISO 8601-2)")]
    actor_1: Annotated[str | None, Col("Name of the first actor")]
    actor_2: Annotated[str | None, Col("Name of the second actor")]
    actors: Annotated[str | None, Col("Names of all actors, separated by `; `")]
    place_id: Annotated[str | None, Col("Where", references="places.place_id")]
    place: Annotated[str | None, Col("Where, by name")]
    country_code: Annotated[str | None, Col("ISO 3166-1 alpha-3 code of the place")]
    latitude: Annotated[float | None, Col("Latitude of the place", unit="degree")]
    longitude: Annotated[float | None, Col("Longitude of the place", unit="degree")]
    mention_count: Annotated[int, Col("Claims about the event", unit="mention")]
    article_count: Annotated[int, Col("Articles with a claim about it", unit="article")]
    source_count: Annotated[int, Col("Independent source families with a claim about it", unit="source family")]
    first_reported_day: Annotated[date | None, Col("Earliest publication or reference day of a claim", unit="day")]
    last_reported_day: Annotated[date | None, Col("Latest publication or reference day of a claim", unit="day")]
    has_conflict: Annotated[bool, Col("An error finding names the event")]


@table("event_participants", row_is="an actor in an event", key=["event_id", "actor_id", "role"])
class EventParticipant:
    """Who took part in an event, over all claims."""

    event_id: Annotated[str, Col("The event", references="events.event_id")]
    actor_id: Annotated[str, Col("The actor", references="actors.actor_id")]
    role: Annotated[Role, Col("The part taken")]


@table("evidence", row_is="a claim that belongs to an event", key=["event_id", "mention_id"])
class Evidence:
    """The link from an event to the words that made it."""

    event_id: Annotated[str, Col("The event", references="events.event_id")]
    mention_id: Annotated[str, Col("The claim", references="event_mentions.mention_id")]


@table("event_ids", row_is="an event id in the ledger", key=["event_id"])
class EventId:
    """The ledger that keeps event ids stable from run to run."""

    event_id: Annotated[str, Col("The id")]
    founding_mention_id: Annotated[str, Col("The claim for which the id was given")]


@table("event_redirects", row_is="an event id that no longer stands", key=["old_event_id", "event_id"])
class EventRedirect:
    """Where to look for an event that was merged or split."""

    old_event_id: Annotated[str, Col("The id that was")]
    event_id: Annotated[str, Col("The id that is")]
    reason: Annotated[str, Col("Why: merged or split, and by what")]


@table("event_status", row_is="a status that an event was told to have", key=["event_id", "mention_id"])
class EventStatus:
    """The history of an event's status: what was told, for when, and when it could be known."""

    event_id: Annotated[str, Col("The event", references="events.event_id")]
    status: Annotated[Status, Col("The status told")]
    first_day: Annotated[date | None, Col("First day on which the status can have begun to hold", unit="day")]
    last_day: Annotated[date | None, Col("Last day on which the status can have begun to hold", unit="day")]
    reported_first_day: Annotated[date | None, Col("First day on which a reader can have known", unit="day")]
    reported_last_day: Annotated[date | None, Col("Day on which a reader surely knew", unit="day")]
    attributed_to: Annotated[str | None, Col("Who says so; null = the narrator")]
    mention_id: Annotated[str, Col("The claim", references="event_mentions.mention_id")]
