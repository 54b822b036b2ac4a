"""Which of a sentence's time expressions dates a trigger, and what the words around the expression make of it."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.event_mentions.arguments import is_passive
from extractors.event_mentions.dating_times import AS_OF, PlacedTime, PlacedTimes, ancestry_of, distance, is_comparison
from extractors.event_mentions.document import StatusReading, Trigger
from extractors.event_mentions.relations import is_same_day
from extractors.event_mentions.status_lexicon import selection, words
from extractors.event_mentions.syntax import Tense, clause_verb, is_infinitive, is_verbal, particle_lemma, tense
from extractors.lexicons import load
from schemas.enumerations import Status, TimexType

#: A time further away than this, in steps of the dependency path, says nothing of the trigger.
REACH = 4.2
#: For an event that was called off, the day of the news is better than none.
FAR_REACH = 8.0
_CALLED_OFF = frozenset({Status.CANCELED, Status.POSTPONED})
_OPEN = frozenset({Status.PLANNED, Status.PROPOSED})
#: What the time of the clause above a clause is to it: "resigned in May after the court had ruled".
_OTHER_SIDE = {"after": "by", "before": "after"}
_AROUND = frozenset({"before", "after"})
#: "Did not open until Friday": it opened on Friday.
NOT_UNTIL = "not_until"
#: Before the day that something was put off to.
_TARGETS = frozenset({"to", "until", "till"})
_DEADLINES = frozenset({"until", "till", "by", "within", "before"})
_POINTERS = frozenset({"eve", "following_unit", "previous_unit", "day_after_event", "day_before_event", "day_of_event"})
_DURATION = re.compile(r"P(\d+)([DWMY])$")
_UNIT_DAYS = {"D": 1, "W": 7, "M": 31, "Y": 366}
_MEASURED = frozenset({"after", "before", "later", "earlier", "into", "following", "ahead", "since", "of"})
_LASTING = frozenset({Status.ONGOING, Status.NEGATED})


@dataclass(frozen=True, slots=True)
class Choice:
    """The expression that dates a trigger: ``operator`` is that of :class:`extractors.claims.Dating`."""

    time: PlacedTime
    operator: str
    end: PlacedTime | None = None
    is_throughout: bool = False
    reach_days: int | None = None
    cost: float = 0.0


@functools.cache
def _words(kind: str) -> dict[str, str]:
    return {word: entry["operator"] for entry in load("dating")[kind] for word in entry["words"]}


def choose(
    trigger: Trigger, status: StatusReading, times: PlacedTimes, barriers: frozenset[int], *, pointers: bool = False
) -> list[Choice]:
    """The times of ``trigger``, several when they are distributive ("on 29 August and on 3 September").

    ``barriers`` are the root tokens of all triggers; a time that hangs on another one belongs to it first. With
    ``pointers`` words that point back at a day ("the same day") are taken as they were resolved.
    """
    root = trigger.span.root
    near = times.near(root)
    if not near:
        return []
    above = ancestry_of(trigger.span)
    is_past = status.status in (Status.OCCURRED, Status.ONGOING)
    fit = [t for t in near if _can_date(t, pointers=pointers) and not _ends_period(t, near)]
    dating = [t for t in fit if not _dates_another(t, root, status.status)]
    new_days = [t for t in dating if status.status is Status.POSTPONED and _is_new_day(t)]
    if status.status in _CALLED_OFF:
        dating = [t for t in dating if not _tells_calling_off(t)] or dating
    others = barriers - {root.i}
    ranked = sorted((distance(t, above, others, is_past), t.order, t) for t in new_days or dating)
    reach = FAR_REACH if status.status in _CALLED_OFF else REACH
    if not ranked or ranked[0][0] > reach:
        return []
    cost, _, best = ranked[0]
    choice = _read(trigger, status, best, near, cost)
    if choice.end is not None or choice.operator != "on":
        return [choice]
    listed = _listed(best, near)
    if len(listed) > 1 and _is_plural(root):
        return [Choice(time, "on", cost=cost) for time in listed]
    return [choice]


def _can_date(time: PlacedTime, *, pointers: bool) -> bool:
    if time.row.timex_type is TimexType.DURATION:
        return time.preposition == "within" and _reach_days(time) is not None and _word_after(time) not in _MEASURED
    if not pointers and is_pointer(time):
        return False
    return time.is_date


def _ends_period(time: PlacedTime, near: Sequence[PlacedTime]) -> bool:
    """``the three months to 30 June``: the day only says where a measured period ends."""
    if time.preposition != "to":
        return False
    return any(t.row.timex_type is TimexType.DURATION and t.span.end == time.span.start - 1 for t in near)


def _dates_another(time: PlacedTime, root: Token, status: Status) -> bool:
    """The time says nothing of when the act took place: it compares, or dates a will, a plan or an act before it."""
    is_outside = time.preposition == "since" or not (time.site.i == root.i or time.site.is_ancestor(root))
    if (is_outside and is_comparison(time)) or _dates_only_the_will(time, root) or _dates_only_the_first(time, root):
        return True
    return status is Status.OCCURRED and _dates_only_the_plan(time, root)


def _dates_only_the_first(time: PlacedTime, root: Token) -> bool:
    """``raided it on Monday but have made no arrests``: the perfect tells of the time since."""
    verb = clause_verb(root)
    if verb.dep_ != "conj" or tense(verb) is not Tense.PERFECT or time.span.start > verb.i:
        return False
    return tense(verb.head) is Tense.PAST and not verb.is_ancestor(time.site)


def _dates_only_the_plan(time: PlacedTime, root: Token) -> bool:
    """``had promised a vote for May``: May is when the vote was due."""
    is_told = tense(root) in (Tense.PAST, Tense.PLUPERFECT, Tense.PERFECT) and not is_passive(root)
    if time.preposition != "for" or time.site.i != root.i or not is_verbal(root) or not is_told:
        return False
    return any(
        chosen is not None and chosen.status in _OPEN for chosen in (selection(root, "noun"), selection(root, "clause"))
    )


def _is_new_day(time: PlacedTime) -> bool:
    """The day that something was put off to: "delayed until Friday", "moved to May"."""
    return time.preposition in _TARGETS and is_verbal(time.site) and _moves(time.site)


def _tells_calling_off(time: PlacedTime) -> bool:
    """``the vote, postponed in March, is due in May``: on the day of calling it off it was not due."""
    site = time.site
    if site.dep_ not in ("acl", "relcl") or time.preposition not in ("on", "in", ""):
        return False
    chosen = selection(site, "noun")
    return chosen is not None and chosen.status in _CALLED_OFF


def _dates_only_the_will(time: PlacedTime, root: Token) -> bool:
    """``promised on Friday to close it``: a day before an infinitive dates the will, not the act."""
    verb = clause_verb(root)
    if time.preposition in _DEADLINES:
        return False
    if not is_infinitive(verb) or verb.dep_ not in ("xcomp", "advcl", "acl") or time.span.start > verb.i:
        return False
    if time.site.i in (root.i, verb.i) or verb.is_ancestor(time.site) or not is_verbal(verb.head):
        return False
    chosen = selection(verb.head, "clause", verb)
    return verb.head.lemma_.lower() not in ("be", "go") and chosen is not None and chosen.positive != "+"


def is_pointer(time: PlacedTime) -> bool:
    """Words that count from an event told before ("the day after", "on the eve of", "that same day")."""
    return time.row.date_rule in _POINTERS or is_same_day(time.row)


def _word_after(time: PlacedTime) -> str:
    doc, end = time.span.doc, time.span.end
    return doc[end].lower_ if end < len(doc) else ""


def _reach_days(time: PlacedTime) -> int | None:
    match = _DURATION.match(time.row.timex_value)
    return None if match is None else int(match.group(1)) * _UNIT_DAYS[match.group(2)]


def _read(trigger: Trigger, status: StatusReading, time: PlacedTime, near: Sequence[PlacedTime], cost: float) -> Choice:
    if time.row.timex_type is TimexType.DURATION:
        return Choice(time, "within", reach_days=_reach_days(time), cost=cost)
    ranged = _range(trigger, time, near, cost)
    if ranged is not None:
        return ranged
    operator = _words("operators").get(time.preposition, "on")
    if time.preposition == AS_OF and status.status is Status.OCCURRED:
        operator = "by"  # "as of Monday, ten had died"; what is to come begins on that day
    if time.is_within_noun:
        operator = _around_noun(operator, trigger.span.root, time)
    if operator != "on" and (time.row.date_rule == "clock" or (operator in _AROUND and _is_time_of_day(time))):
        operator = "on"  # "before noon", "shortly after noon on Friday": still that day
    if operator == "until":
        operator = _until(trigger.span.root, time)
    if operator == "on":
        operator = _clause_operator(trigger.span.root, time)
    return Choice(time, operator, is_throughout=operator == "since" and _lasts(trigger, status, time.site), cost=cost)


def _around_noun(operator: str, root: Token, time: PlacedTime) -> str:
    """The operator of "before Sunday's vote": the vote is on Sunday, what came before it could still be that day."""
    if root.i == time.site.i:
        return "on"
    return "by" if operator == "before" else operator


def _is_time_of_day(time: PlacedTime) -> bool:
    return "T" in time.row.timex_value


def _until(root: Token, time: PlacedTime) -> str:
    """The operator of "until Friday": what was put off until it, or not done until it, comes about on that day."""
    if _is_new_day(time):
        return "on"
    is_own = time.site.i == root.i and is_verbal(root)
    return NOT_UNTIL if is_own and any(child.dep_ == "neg" for child in root.children) else "until"


def _clause_operator(root: Token, time: PlacedTime) -> str:
    """The operator of a clause between trigger and time: "before the window closes on Tuesday" is until Tuesday."""
    token = root
    while token.dep_ not in ("advcl", "ROOT") and token.head.i != token.i:
        token = token.head
    is_above = token.head.i == time.site.i or token.head.is_ancestor(time.site)
    is_apart = is_above and token.i != time.site.i and not token.is_ancestor(time.site)
    is_at_its_end = token.i < time.span.start <= token.right_edge.i + 2  # "after he had dismissed her on Saturday"
    if token.dep_ == "advcl" and is_apart and not is_at_its_end:
        mark = next((c.lower_ for c in token.children if c.dep_ == "mark" and c.i < token.i), "")
        return _OTHER_SIDE.get(mark, "on")
    token = time.site
    while token.i not in (root.i, token.head.i):
        if token.dep_ == "advcl" and not token.is_ancestor(root):
            mark = next((c.lower_ for c in token.children if c.dep_ == "mark" and c.i < token.i), "")
            return {"before": "until", "until": "until", "after": "after", "since": "since"}.get(mark, "on")
        token = token.head
    return "on"


def _lasts(trigger: Trigger, status: StatusReading, site: Token) -> bool:
    """What is told "since" a day fills the time since then; acts that are counted lie within it."""
    verbs = {particle_lemma(clause_verb(trigger.span.root)), particle_lemma(site)}
    return status.status in _LASTING or trigger.is_state or not verbs.isdisjoint(words("statives"))


def _range(trigger: Trigger, time: PlacedTime, near: Sequence[PlacedTime], cost: float) -> Choice | None:
    """``time`` with its neighbour as the two ends of a range, or the old and the new day of a moved event."""
    place = next(i for i, other in enumerate(near) if other is time)
    for first, second in ((place, place + 1), (place - 1, place)):
        if first < 0 or second >= len(near):
            continue
        one, two = near[first], near[second]
        operator = _connective(one, two)
        if operator is None or not (one.is_date and two.is_date):
            continue
        verb = clause_verb(trigger.span.root)
        if operator == "from" and one.preposition == "from" and _moves(verb):
            return Choice(one, "moved", end=two, cost=cost)
        overnight = _before(one, 2) in ("overnight", "night")
        return Choice(one, operator, end=two, is_throughout=operator == "from" and not overnight, cost=cost)
    return None


def _moves(verb: Token) -> bool:
    return particle_lemma(verb) in _words("moves")


def _connective(one: PlacedTime, two: PlacedTime) -> str | None:
    """``from`` or ``between`` when the words between two expressions make them the ends of one range."""
    text = _between(one, two)
    operator = _words("ranges").get(text)
    if operator == "between" and _before(one, 1) != "between":
        return None
    if operator == "from" and text == "to" and one.preposition == "to":
        return None
    return operator


def _between(one: PlacedTime, two: PlacedTime) -> str:
    doc = one.span.doc
    text = "".join(t.text_with_ws for t in doc[one.span.end : two.span.start])
    return " ".join(text.lower().split()).removesuffix(" the")


def _before(time: PlacedTime, count: int) -> str:
    place = time.span.start - count
    return time.span.doc[place].lower_ if place >= 0 else ""


def _listed(time: PlacedTime, near: Sequence[PlacedTime]) -> list[PlacedTime]:
    """``time`` with the expressions listed beside it, all of one granularity."""
    place = next(i for i, other in enumerate(near) if other is time)
    first = last = place
    while first > 0 and _is_listed(near[first - 1], near[first]):
        first -= 1
    while last + 1 < len(near) and _is_listed(near[last], near[last + 1]):
        last += 1
    return list(near[first : last + 1])


def _is_listed(one: PlacedTime, two: PlacedTime) -> bool:
    same = one.row.precision == two.row.precision and one.is_date and two.is_date
    return same and _between(one, two) in _words("lists")


def _is_plural(root: Token) -> bool:
    return root.tag_ in ("NNS", "NNPS") or root.pos_ == "VERB"


def is_ahead(root: Token) -> bool:
    """The clause of ``root`` speaks of what is to come, also as unlikely: "is now unlikely to be held"."""
    verb = clause_verb(root)
    if tense(verb) is Tense.PRESENT:
        adjectives = [child for child in verb.children if child.dep_ == "acomp"]
        return any(is_infinitive(below) for adjective in adjectives for below in adjective.children)
    return tense(verb) in (Tense.FUTURE, Tense.MODAL, Tense.INFINITIVE)
