"""Claims onto bounds: told days, told orders, and what ties an article without a day to the events it tells of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from extractors.calendar.bounds import ORIGIN, Bound, number_of, source_trust
from extractors.calendar.offsets import Offset
from extractors.calendar.reports import Report, Source
from extractors.calendar.standing import AHEAD, HAPPENED, Standing, latest_agreed
from extractors.claims import ArticleClaims, Relation
from extractors.days import ANY_DAY, Days, precision_of
from schemas.enumerations import IntervalKind, Precision, Role, Status

#: One source in so many is enough to tell of a stretch of days.
_PART = 3


@dataclass(frozen=True, slots=True, eq=False)
class Happening:
    """An event as the network sees it: its reports, its standing, and whether it filled a stretch of days.

    Equal only to itself, so that what follows from an event alone can be remembered by it.
    """

    event_id: str
    reports: Sequence[Report]
    standing: Standing
    is_stretch: bool

    @property
    def first(self) -> str:
        """The node of the event's first day."""
        return f"{self.event_id}.first"

    @property
    def last(self) -> str:
        """The node of its last day: the same one unless the event filled a stretch."""
        return f"{self.event_id}.last" if self.is_stretch else self.first

    @property
    def is_real(self) -> bool:
        """It happened: days told of it are its own, not those of a plan."""
        return self.standing.status in HAPPENED

    def is_told_beside(self, article_id: str) -> bool:
        """Another article than this one tells of the event, too."""
        return any(one.article.article_id != article_id for one in self.reports)


@dataclass(frozen=True, slots=True)
class Telling:
    """Bounds, and the nodes that can only be Mondays."""

    bounds: list[Bound] = field(default_factory=list)
    mondays: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Witness:
    """Who tells a bound, as which source, and how far that source is trusted."""

    mention_id: str | None
    article_id: str
    family: str
    trust: int


@dataclass(frozen=True, slots=True)
class Sources:
    """Source family of each article, which of them are near-copies, and the trust that users give to some."""

    families: Mapping[str, str]
    copies: frozenset[str]
    rated: Mapping[str, int] = field(default_factory=dict)

    def of(self, article_id: str) -> Source:
        """The article as a source."""
        is_copy = article_id in self.copies
        trust = source_trust("copy") if is_copy else self.rated.get(article_id, source_trust("default"))
        return Source(self.families.get(article_id, article_id), trust, is_copy)

    def witness(self, article_id: str, mention_id: str | None = None) -> Witness:
        """Who tells a bound: a mention of an article, or the article itself."""
        return _witness(article_id, mention_id, self.of(article_id))


def _witness(article_id: str, mention_id: str | None, source: Source) -> Witness:
    return Witness(mention_id, article_id, source.family, source.trust)


def _originals(reports: Sequence[Report]) -> list[Report]:
    """The reports without those of near-copies whose original tells of the event too: they add nothing."""
    told = {one.source.family for one in reports if not one.source.is_copy}
    return [one for one in reports if not one.source.is_copy or one.source.family not in told]


def happening(event_id: str, reports: Sequence[Report], standing: Standing) -> Happening:
    """The event of ``reports``: a stretch when a good part of the sources that speak for its days tell of one."""
    stretches = [one for one in standing.speaking if one.mention.interval_kind is IntervalKind.THROUGHOUT]
    speaking, lasting = ({one.source.family for one in told} for told in (standing.speaking, stretches))
    return Happening(event_id, reports, standing, bool(lasting) and len(lasting) * _PART >= len(speaking))


def told_days(event: Happening) -> tuple[tuple[Bound, ...], tuple[Bound, ...]]:
    """What the event's own reports say of its days: the bounds, and those of plans that newer plans replaced."""
    if not event.is_real:
        accepted = latest_agreed(event.standing.speaking)
        bounds, replaced = list[Bound](), list[Bound]()
        for report in event.standing.speaking:
            (bounds if report.told.meets(accepted) else replaced).extend(_told(event, report))
        return tuple(bounds), tuple(replaced)
    still = (_still(event),) if event.is_stretch else ()
    told = (bound for report in _originals(event.standing.speaking) for bound in _told(event, report))
    return (*still, *told, *_planned(event)), ()


def tell(
    claims: Iterable[ArticleClaims],
    happenings: Mapping[str, Happening],
    event_of: Mapping[str, str],
    sources: Sources,
    offsets: Mapping[str, Sequence[Offset]],
) -> Telling:
    """What articles tell of several events at once, and of the days they speak from.

    ``offsets`` holds those of articles whose own day is not known.
    """
    telling = Telling()
    for one in claims:
        _tell_orders(one, happenings, event_of, sources, telling)
        article = one.article
        if article.published_day is None:
            telling.bounds.extend(_tell_article(one, happenings, event_of, sources))
            telling.bounds.extend(_tell_occasions(one, happenings, event_of, sources))
            _tell_offsets(one, happenings, event_of, sources, offsets.get(article.article_id, ()), telling)
    return telling


def _still(event: Happening) -> Bound:
    lead = event.reports[0]
    return Bound(
        event.first, event.last, 0, None, "explicit", Precision.OPEN,
        "a stretch ends on or after the day it begins", None, None, lead.article.article_id, source_trust("correction"),
    )  # fmt: skip


def method_of(report: Report) -> str:
    """What the told days of ``report`` rest on: a name in the lexicon ``trust``."""
    if report.is_timed:
        return "relative" if report.is_relative else "explicit"
    return "order" if report.is_related else "tense"


def _told(event: Happening, report: Report) -> Iterator[Bound]:
    told = report.told
    if told == ANY_DAY:
        return
    method = method_of(report)
    reason = f"{report.mention.date_rule}: {report.mention.time_text or report.mention.trigger}"
    witness = _witness(report.article.article_id, report.mention.mention_id, report.source)
    if not event.is_stretch:
        yield bound_of(ORIGIN, event.first, told, method, reason, witness)
    elif report.mention.interval_kind is IntervalKind.THROUGHOUT:
        is_over = report.mention.status not in AHEAD and told.last != report.article.reference_last_day
        begin, end = Days(told.first, None), Days(None, told.last if is_over else None)
        yield bound_of(ORIGIN, event.first, begin, method, reason, witness)
        yield bound_of(ORIGIN, event.last, end, method, reason, witness)
    else:
        yield bound_of(ORIGIN, event.first, Days(None, told.last), method, reason, witness)
        yield bound_of(ORIGIN, event.last, Days(told.first, None), method, reason, witness)


def _planned(event: Happening) -> Iterator[Bound]:
    """The newest plan with a day of its own: what took place took place as planned unless somebody tells otherwise."""
    plans = [one for one in event.reports if one.mention.status in AHEAD and one.is_timed]
    if plans and not event.is_stretch:
        newest = plans[-1]
        witness = _witness(newest.article.article_id, newest.mention.mention_id, newest.source)
        yield bound_of(ORIGIN, event.first, latest_agreed(plans), "plan", "took place as planned", witness)


def bound_of(left: str, right: str, days: Days, method: str, reason: str, witness: Witness) -> Bound:
    """The bound that ``right`` lies on one of ``days`` counted from ``left``, as ``witness`` tells it."""
    bound = _between(left, right, number_of(days.first), number_of(days.last), method, reason, witness)
    return replace(bound, precision=precision_of(days))


def _between(
    left: str, right: str, least: int | None, most: int | None, method: str, reason: str, witness: Witness
) -> Bound:
    return Bound(
        left=left,
        right=right,
        least=least,
        most=most,
        method=method,
        precision=Precision.DAY if least == most else Precision.OPEN,
        reason=reason,
        mention_id=witness.mention_id,
        article_id=witness.article_id,
        family=witness.family,
        source_trust=witness.trust,
    )


def _tell_orders(
    claims: ArticleClaims,
    happenings: Mapping[str, Happening],
    event_of: Mapping[str, str],
    sources: Sources,
    telling: Telling,
) -> None:
    if not claims.relations:
        return
    status = {mention.mention_id: mention.status for mention in claims.mentions}
    for relation in claims.relations:
        anchor_id = relation.anchor_mention_id
        if anchor_id is None or not {status.get(relation.mention_id), status.get(anchor_id)} <= HAPPENED:
            continue
        event, anchor = (happenings.get(event_of.get(one, "")) for one in (relation.mention_id, anchor_id))
        if event is None or anchor is None or event is anchor or not (event.is_real and anchor.is_real):
            continue
        telling.bounds.extend(
            _order(relation, event, anchor, sources.witness(claims.article.article_id, relation.mention_id))
        )


def _order(relation: Relation, event: Happening, anchor: Happening, witness: Witness) -> Iterator[Bound]:
    """After an event: counted from its first day at least; at most so long after its last day."""
    reason = f"{relation.rule}: {relation.quote}"
    if not anchor.is_stretch or relation.max_days is None or relation.max_days <= 0:
        yield _between(anchor.first, event.first, relation.min_days, relation.max_days, "order", reason, witness)
        return
    yield _between(anchor.first, event.first, relation.min_days, None, "order", reason, witness)
    yield _between(anchor.last, event.first, None, relation.max_days, "order", reason, witness)


def _tell_article(
    claims: ArticleClaims, happenings: Mapping[str, Happening], event_of: Mapping[str, str], sources: Sources
) -> Iterator[Bound]:
    """The article's own day as the events bound it that it tells of as past or as still to come."""
    article = claims.article
    for mention in claims.mentions:
        event = happenings.get(event_of.get(mention.mention_id, ""))
        if event is None or not event.is_real or not event.is_told_beside(article.article_id):
            continue
        witness = sources.witness(article.article_id, mention.mention_id)
        if mention.status in HAPPENED:
            yield _between(
                article.article_id, event.first, None, 0, "tense", f"told as past: {mention.trigger}", witness
            )
        elif mention.status in AHEAD:
            cue = mention.status_cue or mention.trigger
            yield _between(article.article_id, event.first, 0, None, "tense", f"told as still to come: {cue}", witness)


def occasions(claims: ArticleClaims) -> frozenset[str]:
    """The article's mentions of public occasions on which somebody spoke, or was spoken to on a told day."""
    return frozenset(
        row.mention_id
        for row in claims.mentions
        if row.attributed_to is None
        and (row.event_mode == "occasion" or (row.event_mode == "contact" and row.time_expression_id is not None))
    )


def _tell_occasions(
    claims: ArticleClaims, happenings: Mapping[str, Happening], event_of: Mapping[str, str], sources: Sources
) -> Iterator[Bound]:
    """A speaker's one public occasion as what he tells there of the past bounds it: it came before he spoke."""
    speakers = {row.mention_id: row.name for row in reversed(claims.participants) if row.role is not Role.RECIPIENT}
    told = sorted(occasions(claims))
    spoken = Counter(speakers.get(mention_id) for mention_id in told)
    for mention_id in told:
        speaker = speakers.get(mention_id)
        event = happenings.get(event_of.get(mention_id, ""))
        if speaker is None or spoken[speaker] > 1 or event is None or not event.is_real:
            continue
        for row in claims.mentions:
            past = happenings.get(event_of.get(row.mention_id, ""))
            if row.attributed_to != speaker or row.status is not Status.OCCURRED or past is None or past is event:
                continue
            witness = sources.witness(claims.article.article_id, row.mention_id)
            reason = f"told as past on the occasion: {row.trigger}"
            yield _between(past.first, event.first, 0, None, "tense", reason, witness)


def _tell_offsets(
    claims: ArticleClaims,
    happenings: Mapping[str, Happening],
    event_of: Mapping[str, str],
    sources: Sources,
    offsets: Iterable[Offset],
    telling: Telling,
) -> None:
    article_id = claims.article.article_id
    mentions = {mention.mention_id: mention for mention in claims.mentions}
    monday = f"monday:{article_id}"
    for offset in offsets:
        mention = mentions[offset.mention_id]
        event = happenings.get(event_of.get(offset.mention_id, ""))
        if event is None or not event.is_real or event.is_stretch or mention.status not in HAPPENED:
            continue
        witness = sources.witness(article_id, offset.mention_id)
        reason = f"{mention.date_rule}: {mention.time_text or mention.trigger}"
        if offset.from_monday and monday not in telling.mondays:
            telling.mondays.add(monday)
            telling.bounds.append(
                _between(monday, article_id, 0, 6, "explicit", "weeks run from Monday", sources.witness(article_id))
            )
        left = monday if offset.from_monday else article_id
        telling.bounds.append(_between(left, event.first, offset.least, offset.most, "relative", reason, witness))
