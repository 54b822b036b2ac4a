"""The value sets of the tables: every word that an enumerated column may hold."""

from __future__ import annotations

from enum import StrEnum


class EventType(StrEnum):
    """The act itself: the 16 event types of PLOVER and thirteen more that general news needs."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    STATEMENT = "STATEMENT"
    ELECTION = "ELECTION"
    REFERENDUM = "REFERENDUM"
    INAUGURATION = "INAUGURATION"
    CONTROL = "CONTROL"
    LEGAL = "LEGAL"
    DISASTER = "DISASTER"
    ACCIDENT = "ACCIDENT"
    DEATH = "DEATH"
    LAUNCH = "LAUNCH"
    BUSINESS = "BUSINESS"
    SPORT = "SPORT"
    OTHER = "OTHER"


class Status(StrEnum):
    """What a claim says became of the event."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PROPOSED = "proposed"
    CONDITIONAL = "conditional"
    POSTPONED = "postponed"
    CANCELED = "canceled"
    DENIED = "denied"
    NEGATED = "negated"
    RUMORED = "rumored"


class Precision(StrEnum):
    """How exact an interval of days is, in the unit in which it was told."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    OPEN = "open"


class IntervalKind(StrEnum):
    """Whether an event took place on some day within its interval or filled it throughout."""

    WITHIN = "within"
    THROUGHOUT = "throughout"


class DayRole(StrEnum):
    """Whose days they are: the event's, those it was planned for, or those on which it was called off."""

    EVENT = "event"
    PLAN = "plan"
    STATUS = "status"


class TimexType(StrEnum):
    """TimeML's types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class PartOfSpeech(StrEnum):
    """The word class of what names an event, as in TimeML's ``pos``."""

    VERB = "VERB"
    NOUN = "NOUN"
    ADJECTIVE = "ADJECTIVE"
    OTHER = "OTHER"


class Anchor(StrEnum):
    """What a time expression was resolved against."""

    NONE = "none"
    REFERENCE = "reference"
    EVENT = "event"
    EXPRESSION = "expression"


class DateKind(StrEnum):
    """Where a candidate for a publication day was found."""

    GIVEN = "given"
    METADATA = "metadata"
    FEED = "feed"
    URL = "url"
    DATELINE = "dateline"
    MASTHEAD = "masthead"
    TEXT = "text"
    CRAWL = "crawl"


class DateRole(StrEnum):
    """What a candidate day claims to be the day of."""

    PUBLISHED = "published"
    UPDATED = "updated"
    SEEN = "seen"
    PAGE = "page"


class DateVerdict(StrEnum):
    """What became of a candidate for the publication day."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNUSED = "unused"


class MastheadVerdict(StrEnum):
    """Whether the day printed on the page was believed."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    ABSENT = "absent"


class PublishedMethod(StrEnum):
    """Which kind of candidate gave the publication day."""

    GIVEN = "given"
    METADATA = "metadata"
    FEED = "feed"
    URL = "url"
    DATELINE = "dateline"
    MASTHEAD = "masthead"
    NONE = "none"


class ReferenceMethod(StrEnum):
    """What gave the days a text speaks from."""

    PUBLISHED = "published"
    CONTENT = "content"
    OTHER_ARTICLES = "other_articles"


class CountOperator(StrEnum):
    """How a told number bounds the true count."""

    EXACTLY = "exactly"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    ORDINAL = "ordinal"


class CountVerdict(StrEnum):
    """How a count claim compares with the events that the articles show."""

    MATCHED = "matched"
    FEWER_FOUND = "fewer_found"
    EXCEEDED = "exceeded"
    UNVERIFIABLE = "unverifiable"


class ActorKind(StrEnum):
    """What kind of party an actor is."""

    PERSON = "person"
    COUNTRY = "country"
    ORGANIZATION = "organization"
    GROUP = "group"


class Role(StrEnum):
    """The part an actor takes in an event."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    PARTICIPANT = "participant"


class PlacePrecision(StrEnum):
    """How small the place is that a name was resolved to."""

    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    NAME = "name"


class CheckName(StrEnum):
    """The kinds of findings."""

    DATE_CONFLICT = "date_conflict"
    ORDER_CONFLICT = "order_conflict"
    PUBLICATION_DATE_CONFLICT = "publication_date_conflict"
    OCCURRED_AFTER_PUBLICATION = "occurred_after_publication"
    STATUS_CONFLICT = "status_conflict"
    WEEKDAY_MISMATCH = "weekday_mismatch"
    COUNT_MISMATCH = "count_mismatch"
    STALE_PLAN = "stale_plan"
    DUPLICATE_BLOCK = "duplicate_block"
    DUPLICATE_ARTICLE = "duplicate_article"


class Severity(StrEnum):
    """How much a finding matters: errors make ``dateline check`` fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class RejectionStage(StrEnum):
    """The stage at which an input could not be used any further."""

    INGEST = "ingest"
    READ = "read"
    CLEAN = "clean"


class IngestionOutcome(StrEnum):
    """What became of one input of a run."""

    NEW = "new"
    UNCHANGED = "unchanged"
    VERSION = "version"
    REJECTED = "rejected"


class Work(StrEnum):
    """What a run was asked to do."""

    RUN = "run"
    INGEST = "ingest"
    RESOLVE = "resolve"
    CHECK = "check"
    BACKFILL = "backfill"
    REBUILD = "rebuild"


class AttemptOutcome(StrEnum):
    """What came of an attempt at a run."""

    UNDER_WAY = "under_way"
    COMMITTED = "committed"
    UNCHANGED = "unchanged"
    TAKEN_IN = "taken_in"
    CHECKED = "checked"
    FAILED = "failed"
    DIED = "died"


class Stage(StrEnum):
    """A stage of a run."""

    INGEST = "ingest"
    EXTRACT = "extract"
    RESOLVE = "resolve"
    CHECK = "check"
