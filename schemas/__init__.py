"""What a row is: every public table of a warehouse, declared once."""

from schemas.actors import Actor, ActorAlias, Place
from schemas.articles import Article, ArticleDate, ArticleText, Rejection
from schemas.calendar import CountClaim, DayBound, Finding, FindingEvidence
from schemas.columns import TABLES, Col, Column, Table, table_of
from schemas.corrections import Correction, CorrectionKind
from schemas.events import Event, EventId, EventParticipant, EventRedirect, EventStatus, Evidence
from schemas.journal import Attempt, AttemptStage, DictionaryEntry, Ingestion, Run
from schemas.mentions import EventMention, Participant, TimeExpression

__all__ = [
    "TABLES",
    "Actor",
    "ActorAlias",
    "Article",
    "ArticleDate",
    "ArticleText",
    "Attempt",
    "AttemptStage",
    "Col",
    "Column",
    "Correction",
    "CorrectionKind",
    "CountClaim",
    "DayBound",
    "DictionaryEntry",
    "Event",
    "EventId",
    "EventMention",
    "EventParticipant",
    "EventRedirect",
    "EventStatus",
    "Evidence",
    "Finding",
    "FindingEvidence",
    "Ingestion",
    "Participant",
    "Place",
    "Rejection",
    "Run",
    "Table",
    "TimeExpression",
    "table_of",
]
