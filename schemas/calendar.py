"""The one calendar: count claims, bounds on days, findings and their evidence."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from schemas.columns import Col, table
from schemas.enumerations import CheckName, CountOperator, CountVerdict, EventType, Severity


@table("count_claims", row_is="a told number of events", key=["mention_id"])
class CountClaim:
    """A claim such as "visited five times since", reconciled with the events on the calendar."""

    mention_id: Annotated[str, Col("The claim", references="event_mentions.mention_id")]
    event_type: Annotated[EventType, Col("The act counted")]
    actor_id: Annotated[str | None, Col("Who is said to have acted", references="actors.actor_id")]
    place_id: Annotated[str | None, Col("Where", references="places.place_id")]
    count: Annotated[int, Col("The number told", unit="event")]
    count_operator: Annotated[CountOperator, Col("How the number bounds the count")]
    window_first_day: Annotated[date | None, Col("First day of the time counted over", unit="day")]
    window_last_day: Annotated[date | None, Col("Last day of the time counted over", unit="day")]
    found_count: Annotated[int, Col("Events that surely lie in the window", unit="event")]
    possible_count: Annotated[int, Col("Events that can lie in the window", unit="event")]
    verdict: Annotated[CountVerdict, Col("How claim and calendar compare")]


@table("day_bounds", row_is="a constraint on a difference of two days", key=["bound_id"])
class DayBound:
    """``min_days <= day(right_id) - day(left_id) <= max_days``, told by one claim.

    A node is ``origin`` (1970-01-01), an article id (its reference day), an event or mention id followed by
    ``.first`` or ``.last``, or ``monday:`` and an article id.
    """

    bound_id: Annotated[str, Col("Hash of the bound")]
    left_id: Annotated[str, Col("The node counted from")]
    right_id: Annotated[str, Col("The node counted to")]
    min_days: Annotated[int | None, Col("Least difference; null = none", unit="day")]
    max_days: Annotated[int | None, Col("Greatest difference; null = none", unit="day")]
    reason: Annotated[str, Col("Rule and words behind the bound", is_text=True)]
    mention_id: Annotated[str | None, Col("The claim behind it", references="event_mentions.mention_id")]
    article_id: Annotated[str | None, Col("The article behind it", references="articles.article_id")]
    is_set_aside: Annotated[bool, Col("Contradicted, least trusted, and therefore not applied")]


@table("findings", row_is="something that a reader should look at", key=["finding_id"])
class Finding:
    """A contradiction or another oddity, with a stable id so that it can be acknowledged."""

    finding_id: Annotated[str, Col("Hash of the check and its evidence")]
    check_name: Annotated[CheckName, Col("What kind of finding it is")]
    severity: Annotated[Severity, Col("How much it matters")]
    event_id: Annotated[str | None, Col("The event concerned", references="events.event_id")]
    article_id: Annotated[str | None, Col("The article concerned", references="articles.article_id")]
    summary: Annotated[str, Col("What is wrong, in one sentence")]
    is_acknowledged: Annotated[bool, Col("A correction says that a person has seen and dismissed it")]


@table("finding_evidence", row_is="a quote behind a finding", key=["finding_id", "position_number"])
class FindingEvidence:
    """One of the quotes that cannot all be true."""

    finding_id: Annotated[str, Col("The finding", references="findings.finding_id")]
    position_number: Annotated[int, Col("Number of the quote in its finding, from 0")]
    article_id: Annotated[str, Col("The article", references="articles.article_id")]
    mention_id: Annotated[str | None, Col("The claim", references="event_mentions.mention_id")]
    quote: Annotated[str, Col("The words", is_text=True)]
    start_offset: Annotated[int | None, Col("Start in body_text; null when not in the body", unit="code point")]
    end_offset: Annotated[int | None, Col("End in body_text, exclusive", unit="code point")]
