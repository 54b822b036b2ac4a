"""What one article claims: time expressions, event mentions, and who took part."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from schemas.columns import Col, table
from schemas.enumerations import (
    Anchor,
    CountOperator,
    DayRole,
    EventType,
    IntervalKind,
    PartOfSpeech,
    Precision,
    Role,
    Status,
    TimexType,
)


@table("time_expressions", row_is="words of an article that name a time", key=["time_expression_id"])
class TimeExpression:
    """A time expression with its TimeML value and the days it means."""

    time_expression_id: Annotated[str, Col("Hash of article, start and end")]
    article_id: Annotated[str, Col("The article", references="articles.article_id")]
    sentence_number: Annotated[int, Col("Number of the sentence in the body, from 0")]
    start_offset: Annotated[int, Col("Start in body_text", unit="code point")]
    end_offset: Annotated[int, Col("End in body_text, exclusive", unit="code point")]
    quote: Annotated[str, Col("The words")]
    timex_type: Annotated[TimexType, Col("TimeML TIMEX3 type")]
    timex_value: Annotated[str, Col("TimeML TIMEX3 value; `XXXX` where a part is unknown")]
    anchor: Annotated[Anchor, Col("What the words were resolved against")]
    first_day: Annotated[date | None, Col("First day meant; null = unbounded or no days at all", unit="day")]
    last_day: Annotated[date | None, Col("Last day meant; null = unbounded or no days at all", unit="day")]
    precision: Annotated[Precision, Col("Unit in which the days were told")]
    date_rule: Annotated[str, Col("Name of the rule that resolved the words")]
    explanation: Annotated[str, Col("Why these days, in words a reader can check")]


@table("event_mentions", row_is="one claim about one event in one sentence", key=["mention_id"])
class EventMention:
    """A claim; ``body_text[start_offset:end_offset] == trigger`` holds on every row."""

    mention_id: Annotated[str, Col("Hash of article, sentence, trigger and its occurrence number")]
    article_id: Annotated[str, Col("The article", references="articles.article_id")]
    sentence_number: Annotated[int, Col("Number of the sentence in the body, from 0")]
    sentence: Annotated[str, Col("The sentence", is_text=True)]
    trigger: Annotated[str, Col("The word or words that name the event")]
    part_of_speech: Annotated[PartOfSpeech | None, Col("TimeML pos of the trigger")] = None
    phrase: Annotated[
        str | None, Col("What is told in a few words, without its time; null = the trigger", is_text=True)
    ] = None
    start_offset: Annotated[int, Col("Start of the trigger in body_text", unit="code point")]
    end_offset: Annotated[int, Col("End of the trigger in body_text, exclusive", unit="code point")]
    event_type: Annotated[EventType, Col("The act itself")]
    event_mode: Annotated[str | None, Col("The form of the act, such as visit, call, summit")]
    cameo_code: Annotated[str | None, Col("CAMEO code, a string with its leading zeros")]
    status: Annotated[Status, Col("What this claim says became of the event")]
    status_cue: Annotated[str | None, Col("The words that decided the status; null for plain past")]
    attributed_to: Annotated[str | None, Col("Who says so; null = the narrator")]
    attribution_verb: Annotated[str | None, Col("The reporting word")]
    is_quotation: Annotated[bool, Col("The claim stands in a direct quotation")]
    time_expression_id: Annotated[
        str | None,
        Col("The time expression that dates the claim", references="time_expressions.time_expression_id"),
    ]
    time_text: Annotated[str | None, Col("The words that date the claim")]
    told_first_day: Annotated[date | None, Col("First day, as this article alone tells it", unit="day")]
    told_last_day: Annotated[date | None, Col("Last day, as this article alone tells it", unit="day")]
    first_day: Annotated[date | None, Col("First day, with all that is known", unit="day")]
    last_day: Annotated[date | None, Col("Last day, with all that is known", unit="day")]
    begin_last_day: Annotated[date | None, Col("Latest begin of a stretch; null for `within`", unit="day")]
    end_first_day: Annotated[date | None, Col("Earliest end of a stretch; null for `within`", unit="day")]
    precision: Annotated[Precision, Col("How exact first_day .. last_day is")]
    interval_kind: Annotated[IntervalKind, Col("On some day within, or throughout")]
    day_role: Annotated[DayRole, Col("Whose days they are")]
    date_rule: Annotated[str, Col("Name of the rule that dated the claim")]
    explanation: Annotated[str, Col("Why these days, in words a reader can check")]
    place_id: Annotated[str | None, Col("Where", references="places.place_id")]
    place: Annotated[str | None, Col("Where, as the text names it")]
    count: Annotated[int | None, Col("How many times", unit="event")]
    count_operator: Annotated[CountOperator | None, Col("How the number bounds the count")]


@table("participants", row_is="an actor in an event mention", key=["mention_id", "participant_number"])
class Participant:
    """Who took part in a claimed event, and where the text says so."""

    mention_id: Annotated[str, Col("The claim", references="event_mentions.mention_id")]
    participant_number: Annotated[int, Col("Number of the participant in its mention, from 0")]
    role: Annotated[Role, Col("The part taken")]
    actor_id: Annotated[str | None, Col("The actor", references="actors.actor_id")]
    name: Annotated[str, Col("Fullest name known for the actor")]
    start_offset: Annotated[int | None, Col("Start of the naming words in body_text", unit="code point")]
    end_offset: Annotated[int | None, Col("End of the naming words in body_text, exclusive", unit="code point")]
