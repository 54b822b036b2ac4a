"""What a reader should look at: claims that cannot all be true, wrong publication days, counts, repeats."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extractors.calendar.bounds import DAY_BEARING, ORIGIN, Bound
from extractors.calendar.counts import Counted
from extractors.calendar.evidence import Shown, piece_of, shown
from extractors.calendar.likeness import is_worth_telling
from extractors.calendar.references import shown as shown_days
from extractors.calendar.repairing import Contradiction
from extractors.calendar.reports import Report
from extractors.calendar.telling import Happening
from schemas import CountClaim, EventMention
from schemas.enumerations import CheckName, CountOperator, CountVerdict, EventType, Severity

#: A distance told like this is no contradiction when it is a little off.
_VAGUE = re.compile(r"\b(?:about|around|roughly|nearly|almost|some|approximately|more than|less than)\b", re.IGNORECASE)
_SAID_OFTEN = frozenset(
    {EventType.STATEMENT, EventType.ACCUSE, EventType.THREATEN, EventType.REQUEST, EventType.REJECT, EventType.SUPPORT}
)
#: Quotes of one finding beside the claim it is about.
_MOST_PIECES = 6
_LEAST_WORDS = 3
#: A number is held against the articles only when they tell of one in so many: else they are about other things.
_MOST_PER_FOUND = 10
#: As many words on each side say who does what to whom.
_BESIDE = 2
_WORD = re.compile(r"[^\W\d_]+")
#: A number told as about so many is off by this factor at most.
_ABOUT = 1.5
_MOST_WORDS = 60


def contradiction_findings(
    contradictions: Iterable[Contradiction],
    reports: Mapping[str, Report],
    event_of: Mapping[str, str],
    labels: Mapping[str, str],
    bodies: Mapping[str, str],
) -> Iterator[Shown]:
    """Told days of one event, or told orders of several, that cannot all hold, from two independent sources or more."""
    for one in contradictions:
        told = [bound for bound in one.bounds if bound.mention_id is not None]
        if not _is_news(one.bounds, told):
            continue
        event_id = event_of.get(one.set_aside.mention_id or "")
        label = labels.get(event_id or "", "the event")
        claims = [reports[one] for one in dict.fromkeys(bound.mention_id or "" for bound in told) if one in reports]
        days = " / ".join(dict.fromkeys(shown_days(claim.told) for claim in claims))
        is_order = any(bound.left != ORIGIN for bound in told)
        is_told_by_order = any(_tells_by_order(claim) for claim in claims)
        check = CheckName.ORDER_CONFLICT if is_order or is_told_by_order else CheckName.DATE_CONFLICT
        if not is_told_by_order and not _is_surely_one(claims, event_of, bodies):
            continue
        text = (
            "told on days that cannot all hold"
            if check is CheckName.DATE_CONFLICT
            else "the told orders cannot all hold"
        )
        pieces = [piece_of(claim, bodies) for claim in claims]
        yield shown(check, Severity.ERROR, f"{label}: {text} ({days})", pieces, event_id=event_id)


def _tells_by_order(claim: Report) -> bool:
    """The claim's days rest on an order alone; what parties say of each other all the time is no such happening."""
    return claim.is_ordered and not claim.is_timed and claim.mention.event_type not in _SAID_OFTEN


def _is_surely_one(claims: Sequence[Report], event_of: Mapping[str, str], bodies: Mapping[str, str]) -> bool:
    """Some event is told by two of the claims, and whatever two of them tell of one event surely is one happening."""
    told: dict[str, list[Report]] = {}
    for claim in claims:
        told.setdefault(event_of.get(claim.mention.mention_id, ""), []).append(claim)
    shared = [members for members in told.values() if len(members) > 1]
    return bool(shared) and all(
        is_worth_telling(members[0], members[-1], bodies)
        and ((members[0].told.is_day and members[-1].told.is_day) or len(claims) == len(members))
        for members in shared
    )


def _is_news(bounds: Sequence[Bound], told: Sequence[Bound]) -> bool:
    if len(told) < len([bound for bound in bounds if bound.left == ORIGIN]):
        return False
    is_vague = any(bound.left != ORIGIN and _VAGUE.search(bound.reason) for bound in told)
    return (
        not is_vague
        and all(bound.method in DAY_BEARING for bound in bounds)
        and len({bound.family for bound in told}) > 1
    )


def count_findings(
    counts: Sequence[Counted],
    happenings: Mapping[str, Happening],
    event_of: Mapping[str, str],
    bodies: Mapping[str, str],
) -> Iterator[Shown]:
    """Numbers that two sources tell differently, and other numbers that the events shown do not reach or exceed."""
    rivals = list(_rival_counts(counts, event_of, bodies))
    disputed = {piece.mention_id for rival in rivals for piece in rival.evidence}
    yield from rivals
    for one in counts:
        claim = one.claim
        is_off = bool(one.found) and claim.verdict in {CountVerdict.FEWER_FOUND, CountVerdict.EXCEEDED}
        if is_off and claim.mention_id not in disputed and len(one.found) * _MOST_PER_FOUND >= claim.count:
            members = [happenings[event_id].reports[0] for event_id in one.found[:_MOST_PIECES]]
            pieces = [piece_of(report, bodies) for report in (one.report, *members)]
            window = shown_days(one.window)
            summary = f"{claim.count} told for {window}, {claim.found_count} of them in the articles"
            event_id = event_of.get(claim.mention_id)
            yield shown(CheckName.COUNT_MISMATCH, Severity.WARNING, summary, pieces, event_id=event_id)


def _rival_counts(counts: Sequence[Counted], event_of: Mapping[str, str], bodies: Mapping[str, str]) -> Iterator[Shown]:
    """Two sources that count one time and come to different numbers; a number that could still grow is none."""
    rivals: dict[tuple[object, ...], list[Counted]] = {}
    for one in counts:
        if _is_bounded(one):
            for key in _acts(one, event_of):
                rivals.setdefault(key, []).append(one)
    for members in rivals.values():
        for first, other in itertools.combinations(members, 2):
            if _differ(first, other):
                summary = f"{first.claim.count} told by one source, {other.claim.count} by another"
                pieces = [piece_of(one.report, bodies) for one in (first, other)]
                event_id = event_of.get(first.claim.mention_id)
                yield shown(CheckName.COUNT_MISMATCH, Severity.WARNING, summary, pieces, event_id=event_id)


def _acts(one: Counted, event_of: Mapping[str, str]) -> Iterator[tuple[object, ...]]:
    """What is counted: one event, or acts of one kind by one party over the same days."""
    mention = one.report.mention
    yield "event", event_of.get(mention.mention_id, mention.mention_id)
    if mention.time_text and one.claim.actor_id:
        yield one.claim.event_type, mention.event_mode, one.claim.actor_id, one.window
    elif mention.time_text:
        yield mention.trigger.casefold(), one.window, _told_around(mention)


def _told_around(mention: EventMention) -> frozenset[str]:
    """The plain words right before and after a counted act: "Inspectors visited the pit"; numbers do not count."""
    start = max(mention.sentence.find(mention.trigger), 0)
    before = _WORD.findall(mention.sentence[:start])[-_BESIDE:]
    after = _WORD.findall(mention.sentence[start + len(mention.trigger) :])[:_BESIDE]
    return frozenset(word.casefold() for word in (*before, *after))


def _differ(one: Counted, other: Counted) -> bool:
    """The smaller number is not one that grew to the larger: it was told when the time was over, or told later."""
    is_elsewhere = one.report.article.article_id != other.report.article.article_id
    smaller, larger = sorted((one, other), key=lambda each: each.claim.count)
    if not is_elsewhere or not one.window.meets(other.window) or not _exclude(smaller.claim, larger.claim):
        return False
    return _is_closed(smaller) or (one.window == other.window and _is_later(smaller, larger))


def _exclude(smaller: CountClaim, larger: CountClaim) -> bool:
    """The two numbers cannot both be right; "more than 250" and "nearly 9,000" can, "about 30" and "35", too."""
    operators = {smaller.count_operator, larger.count_operator}
    if smaller.count_operator is CountOperator.AT_LEAST or larger.count_operator is CountOperator.AT_MOST:
        return False
    least = smaller.count * _ABOUT if CountOperator.ABOUT in operators else smaller.count
    return least < larger.count <= smaller.count * _MOST_PER_FOUND


def _is_later(one: Counted, other: Counted) -> bool:
    spoken, before = one.report.article.reference_first_day, other.report.article.reference_last_day
    return spoken is not None and before is not None and before < spoken


def _is_bounded(one: Counted) -> bool:
    return one.window.first is not None and one.window.last is not None


def _is_closed(one: Counted) -> bool:
    """The time counted over was past when the number was told."""
    spoken = one.report.article.reference_first_day
    return one.window.last is not None and spoken is not None and one.window.last < spoken


def with_conflicts(findings: Iterable[Shown]) -> frozenset[str]:
    """The events that an error finding names."""
    return frozenset(
        one.finding.event_id
        for one in findings
        if one.finding.severity is Severity.ERROR and one.finding.event_id is not None
    )
