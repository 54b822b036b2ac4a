"""What everybody knows: an inauguration took place on the day the term began, and "since" then counts from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from extractors.calendar.bounds import ORIGIN, Bound
from extractors.calendar.known import holders
from extractors.calendar.standing import HAPPENED
from extractors.calendar.telling import Happening, Sources, bound_of
from extractors.claims import ArticleClaims, ReferenceClue
from extractors.days import Days, day_of
from schemas import EventMention
from schemas.enumerations import EventType

_SINCE = "since "


def lore_bounds(
    claims: Iterable[ArticleClaims], happenings: Mapping[str, Happening], event_of: Mapping[str, str], sources: Sources
) -> Iterator[Bound]:
    """Bounds on events that happened, from terms of office that the text names; none where the article tells a time."""
    for one in claims:
        untimed = [row for row in one.mentions if row.time_expression_id is None and row.status in HAPPENED]
        spoken = Days(None, one.article.reference_last_day)
        for mention, days, reason in [*_inaugurations(untimed, spoken), *_counted_since(untimed, one.clues)]:
            event = happenings.get(event_of.get(mention.mention_id, ""))
            if event is not None and event.is_real:
                witness = sources.witness(one.article.article_id, mention.mention_id)
                yield bound_of(ORIGIN, event.first, days, "clue", reason, witness)


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


def _holds(mention: EventMention, clue: ReferenceClue) -> bool:
    """The clue stands in the sentence of the mention."""
    return clue.quote in mention.sentence and clue.start_offset - mention.end_offset < len(mention.sentence)
