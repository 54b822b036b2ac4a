"""What everybody knows: an inauguration took place on the day the term began, and "since" then counts from it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from extractors.calendar.bounds import ORIGIN, Bound
from extractors.calendar.clues import straightened, wording
from extractors.calendar.offices import holders
from extractors.calendar.reports import is_timed
from extractors.calendar.standing import HAPPENED
from extractors.calendar.telling import Happening, Sources, bound_of
from extractors.claims import ArticleClaims, ReferenceClue
from extractors.days import Days, day_of, month
from schemas import EventMention
from schemas.enumerations import EventType

_SINCE = "since "
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Lore:
    """What is known of the days of one claim, and the words that say so."""

    mention_id: str
    days: Days
    reason: str


def lore_of(claims: ArticleClaims) -> tuple[Lore, ...]:
    """What terms of office that the text names say of its claims; nothing where the article tells a time."""
    untimed = [row for row in claims.mentions if row.status in HAPPENED and not is_timed(row, claims.article)]
    spoken = Days(None, claims.article.reference_last_day)
    since = _counted_since(untimed, claims.clues)
    found = itertools.chain(_inaugurations(untimed, spoken), since, _worded(untimed, claims))
    return tuple(Lore(mention.mention_id, days, reason) for mention, days, reason in found)


def lore_bounds(
    article_id: str,
    lore: Iterable[Lore],
    happenings: Mapping[str, Happening],
    event_of: Mapping[str, str],
    sources: Sources,
) -> Iterator[Bound]:
    """Bounds on events that happened, from what is known of the claims of an article."""
    for one in lore:
        event = happenings.get(event_of.get(one.mention_id, ""))
        if event is not None and event.is_real:
            witness = sources.witness(article_id, one.mention_id)
            yield bound_of(ORIGIN, event.first, one.days, "clue", one.reason, witness)


def _inaugurations(mentions: Iterable[EventMention], spoken: Days) -> Iterator[tuple[EventMention, Days, str]]:
    """The newest term, begun by the day of the words, of the only holder of an office whom the sentence names."""
    for mention in mentions:
        if mention.event_type is not EventType.INAUGURATION:
            continue
        named = [holder for holder in holders() if holder.names[-1].title() in mention.sentence]
        begun = [term.first_day for holder in named for term in holder.terms if spoken.meets(day_of(term.first_day))]
        if len(named) == 1 and begun:
            yield mention, day_of(begun[-1]), f"the term began on that day: {mention.trigger}"


def _counted_since(
    mentions: Iterable[EventMention], clues: Iterable[ReferenceClue]
) -> Iterator[tuple[EventMention, Days, str]]:
    """The claim before "since the inauguration", and what its sentence goes on to tell of the same kind."""
    ordered = sorted(mentions, key=lambda one: one.start_offset)
    for clue in clues:
        if not clue.quote.casefold().startswith(_SINCE) or clue.days.first is None:
            continue
        start = Days(clue.days.first, None)
        before = [one for one in ordered if one.end_offset <= clue.start_offset and _holds(one, clue)]
        if not before:
            continue
        counted = before[-1]
        yield counted, start, clue.quote
        for one in ordered:
            is_same = one.event_type is counted.event_type and one.sentence_number == counted.sentence_number
            if is_same and one.start_offset >= clue.end_offset:
                yield one, start, f"{counted.trigger} {clue.quote}"


def _worded(mentions: Iterable[EventMention], claims: ArticleClaims) -> Iterator[tuple[EventMention, Days, str]]:
    """What a recent end-of-year occasion or words about a campaign say of the day."""
    first, last = claims.article.reference_first_day, claims.article.reference_last_day
    if first is None or last is None:
        return
    year_end, campaign = wording("happenings", "end of the year"), wording("happenings", "before the election")
    for mention in mentions:
        sentence = straightened(mention.sentence)
        match = year_end.search(sentence)
        if match and mention.trigger in match[0]:
            began, ended = (day.year - (day.month < _DECEMBER) for day in (first, last))
            yield mention, Days(month(began, _DECEMBER).first, month(ended, _DECEMBER).last), match[0]
        match = campaign.search(sentence)
        elected = _elected_by(sentence, last) if match else None
        if match and elected:
            yield mention, Days(None, elected), match[0]


def _elected_by(sentence: str, last: date) -> date | None:
    """The newest election by ``last`` of the only holder of an office whom the sentence names."""
    named = [holder for holder in holders() if holder.names[-1].title() in sentence]
    elected = [term.elected for holder in named for term in holder.terms if term.elected <= last]
    return elected[-1] if len(named) == 1 and elected else None


def _holds(mention: EventMention, clue: ReferenceClue) -> bool:
    """The clue stands in the sentence of the mention."""
    return clue.quote in mention.sentence and clue.start_offset - mention.end_offset < len(mention.sentence)
