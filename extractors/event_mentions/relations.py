"""Times told by other events: "two days after the vote", "on the eve of the match", "by then", "only after that".

Every such claim becomes a relation between two triggers: the least and the most days from the anchor to the trigger.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from extractors.event_mentions.dating_times import PlacedTime, PlacedTimes, ancestry, distance
from extractors.event_mentions.document import Trigger
from extractors.event_mentions.syntax import children, is_verbal
from extractors.lexicons import load
from extractors.time_expressions import offset_of
from schemas import TimeExpression
from schemas.enumerations import Anchor, EventType, TimexType

#: The anchor of a relation that names no event ("two days later", "by then"): the event told last.
PREVIOUS = -1
OFFSET_RULE, ORDER_RULE, BY_THEN_RULE = "days_from_event", "order_of_events", "by_then"
_AFTER = frozenset({"after", "later", "following", "into", "since", "afterwards"})
_BEFORE = frozenset({"before", "earlier", "prior", "ahead"})
#: The least days of units whose number nobody tells ("years after the war"); there is no most.
_UNBOUNDED: dict[str, tuple[int, int | None]] = {"PXY": (330, None), "PXDE": (3600, None), "PXC": (36000, None)}
_DAY_VALUE = re.compile(r"\d{4}-\d\d-\d\d|XXXX-XX-XX")
#: Rules of expressions that name the unit before or after an event, and the day of an event itself.
_NEIGHBOUR_RULES = {
    "following_unit": 1,
    "previous_unit": -1,
    "eve": -1,
    "day_after_event": 1,
    "day_before_event": -1,
    "day_of_event": 1,
}
_SAME_DAY_RULE = "day_of_event"
_SAME_UNIT = "that_unit"
_SPANS = {"week": (1, 13), "fortnight": (1, 28), "month": (1, 61), "year": (1, 731), "weekend": (1, 13)}
_POINTERS = frozenset({"that", "this", "then", "it"})
_REACH = 4.2
_STEM = 4
_POINTER_SIGNS = {"after": 1, "since": 1, "by": -1, "before": -1, "until": -1}
_POINTER_REACH, _POINTER_REACH_BEHIND = 15, 4
_CANDIDATES = 8


@dataclass(frozen=True, slots=True)
class Link:
    """A told distance in days between a trigger and the first of ``anchors`` that has days.

    ``PREVIOUS`` stands for the event told last before the trigger. ``start`` and ``end`` are offsets of the words.
    ``inside``: the triggers among the words that name the anchor.
    """

    trigger: int
    anchors: tuple[int, ...]
    least: int | None
    most: int | None
    rule: str
    start: int
    end: int
    inside: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Offset:
    """A told distance in days, before it is known whose it is: ``complement`` is the word that names the anchor."""

    time: PlacedTime
    least: int | None
    most: int | None
    site: Token
    complement: Token | None
    end: int


@functools.cache
def _anchor_types() -> dict[str, frozenset[EventType]]:
    table: dict[str, set[EventType]] = {}
    for entry in load("dating")["anchors"]:
        for word in entry["words"]:
            table.setdefault(word, set()).update(EventType(name) for name in entry["types"])
    return {word: frozenset(types) for word, types in table.items()}


def find_links(doc: Doc, times: PlacedTimes, triggers: Sequence[Trigger]) -> list[Link]:
    """All told distances and orders between ``triggers``, in the order of the triggers that they date."""
    places = {trigger.span.root.i: index for index, trigger in enumerate(triggers)}
    owned = [_owned(offset, triggers, places) for offset in _offsets(doc, times)]
    found = [link for link in owned if link is not None]
    told = {link.trigger for link in found}
    found += [link for link in _orders(triggers, places) if link.trigger not in told]
    return sorted(found, key=lambda link: (link.trigger, link.start))


# Distances


def _offsets(doc: Doc, times: PlacedTimes) -> Iterator[Offset]:
    for time in times.all:
        reach = _reach_of(time)
        if reach is None:
            continue
        cue = _cue(doc, time)
        if cue is None:
            continue
        sign, word, end = cue
        least: int | None = reach[0]
        most = reach[1]
        complement = None if word is None else _complement(doc, word, end)
        if sign < 0:
            least, most = (None if most is None else -most), -reach[0]
        yield Offset(time, least, most, _owner_site(time, word, complement), complement, end)


def _reach_of(time: PlacedTime) -> tuple[int, int | None] | None:
    """How many days an expression measures; None when it measures none."""
    row = time.row
    if row.date_rule in _NEIGHBOUR_RULES.keys() - {_SAME_DAY_RULE}:
        return next((_SPANS[t.lower_] for t in time.span if t.lower_ in _SPANS), (1, 1))
    if is_same_day(row) or row.date_rule == _SAME_DAY_RULE:
        return 0, 0
    if row.timex_type is TimexType.DATE and row.anchor is Anchor.EVENT:
        return offset_of(f"{row.quote} after")  # a distance that a chronicle tells
    if row.timex_type is not TimexType.DURATION or "." in row.timex_value:
        return None  # "ten and a half days after it left" tells how long it took
    return offset_of(f"{row.quote} after") or _UNBOUNDED.get(row.timex_value)


def is_same_day(row: TimeExpression) -> bool:
    """Words such as "that evening", "the same day": the day of an event told before."""
    return row.date_rule == _SAME_UNIT and _DAY_VALUE.match(row.timex_value) is not None


def _cue(doc: Doc, time: PlacedTime) -> tuple[int, Token | None, int] | None:
    """(sign, the connective that takes a complement or None, end offset) behind an expression; None without any."""
    rule = time.row.date_rule
    if is_same_day(time.row):
        return 1, None, time.row.end_offset
    last = time.span[-1]
    if rule in _NEIGHBOUR_RULES:
        word = last if last.lower_ in _AFTER | _BEFORE or last.lower_ == "of" else _next(doc, last)
        takes = word is not None and (word.lower_ in _AFTER | _BEFORE or word.lower_ == "of")
        return _NEIGHBOUR_RULES[rule], word if takes else None, time.row.end_offset
    word = _next(doc, last)
    if word is None:
        return None
    if word.lower_ == "of" and time.preposition == "within":
        return 1, word, word.idx + len(word)
    sign = 1 if word.lower_ in _AFTER else -1 if word.lower_ in _BEFORE else 0
    return (sign, word, word.idx + len(word)) if sign else None


def _next(doc: Doc, token: Token) -> Token | None:
    return doc[token.i + 1] if token.i + 1 < len(doc) and not doc[token.i + 1].is_sent_start else None


def _complement(doc: Doc, word: Token, end: int) -> Token | None:
    """The noun or verb that "after", "before" or "of" takes; None when nothing follows in the phrase."""
    del end
    if word.dep_ == "mark" and is_verbal(word.head):
        return word.head
    taken = [c for c in word.children if c.dep_ in ("pobj", "pcomp") and c.i > word.i]
    if taken:
        return taken[0]
    for token in doc[word.i + 1 : min(word.i + 7, word.sent.end)]:
        if token.is_punct or token.pos_ in ("VERB", "AUX"):
            return token if token.pos_ == "VERB" else None
        if token.pos_ in ("NOUN", "PROPN", "PRON") and not (
            token.dep_ in ("compound", "poss") or token.dep_ == "nsubj"
        ):
            return token
    return None


def _owner_site(time: PlacedTime, word: Token | None, complement: Token | None) -> Token:
    """Where the expression belongs: above the clause or phrase that it measures from."""
    site = time.site
    if complement is not None and (site.i == complement.i or complement.is_ancestor(site)):
        site = complement.head
        while site.dep_ in ("prep", "mark") and site.head.i != site.i:
            site = site.head
    if word is not None and site.i == word.i:
        site = site.head
    return site


def _owned(offset: Offset, triggers: Sequence[Trigger], places: dict[int, int]) -> Link | None:
    """The link of the trigger that ``offset`` dates: the nearest of its sentence outside what it measures from."""
    anchors = [PREVIOUS] if offset.complement is None else find_anchors(offset.complement, triggers, places)
    time = replace(offset.time, site=offset.site)
    barriers = frozenset(places)
    near = [
        (distance(time, ancestry(token), barriers - {token.i}), places[token.i])
        for token in offset.site.sent
        if token.i in places and places[token.i] not in anchors[:1] and not _is_inside(token, offset.complement)
    ]
    best = min(near, default=None)
    if best is None or best[0] > _REACH or not anchors:
        return None
    start = offset.time.row.start_offset
    end = max(offset.end, offset.complement.idx + len(offset.complement) if offset.complement is not None else 0)
    return Link(
        trigger=best[1],
        anchors=tuple(anchors),
        least=offset.least,
        most=offset.most,
        rule=OFFSET_RULE,
        start=start,
        end=end,
        inside=tuple(index for place, index in places.items() if _is_inside(time.span.doc[place], offset.complement)),
    )


def _is_inside(token: Token, complement: Token | None) -> bool:
    return complement is not None and (token.i == complement.i or complement.is_ancestor(token))


def find_anchors(complement: Token, triggers: Sequence[Trigger], places: dict[int, int]) -> list[int]:
    """The triggers that ``complement`` can name, best first: itself, one in its phrase, or others that it calls up."""
    if complement.lower_ in _POINTERS:
        return [PREVIOUS]
    inside = [places[t.i] for t in (complement, *complement.subtree) if t.i in places]
    lemma = complement.lemma_.lower()
    before = [i for i, t in enumerate(triggers) if t.span.root.i < complement.i]
    after = [i for i, t in enumerate(triggers) if t.span.root.i > complement.i]
    ordered = [*reversed(before), *after]
    types = _anchor_types().get(lemma, frozenset())
    same = [i for i in ordered if _has_lemma(triggers[i], lemma)]
    found = inside[:1] + sorted(same, key=lambda i: triggers[i].span.root.pos_ != complement.pos_)
    found += [i for i in ordered if _has_object(triggers[i], lemma)]
    found += [i for i in ordered if _has_stem(triggers[i], lemma)]
    found += [i for i in reversed(before) if triggers[i].event_type in types]
    return list(dict.fromkeys(found))[:_CANDIDATES]


def _has_lemma(trigger: Trigger, lemma: str) -> bool:
    return any(token.lemma_.lower() == lemma for token in trigger.span)


def _has_object(trigger: Trigger, lemma: str) -> bool:
    """``win the runoff``, ``hold talks``: the verb stands for the event that its object names."""
    return any(child.lemma_.lower() == lemma for child in children(trigger.span.root, "dobj", "nsubjpass"))


def _has_stem(trigger: Trigger, lemma: str) -> bool:
    root = trigger.span.root.lemma_.lower()
    return len(lemma) > _STEM and len(root) >= _STEM and root[:_STEM] == lemma[:_STEM]


# Orders


def _orders(triggers: Sequence[Trigger], places: dict[int, int]) -> Iterator[Link]:
    for index, trigger in enumerate(triggers):
        root = trigger.span.root
        yield from _clause_order(root, index, places)
        yield from _phrase_order(root, index, places)
        yield from _pointer_order(trigger, index, places)


def _pointer_order(trigger: Trigger, index: int, places: dict[int, int]) -> Iterator[Link]:
    """``by then A``, ``only after that did A``, ``A since then``: words that point back, beside the trigger."""
    root, end = trigger.span.root, trigger.span.end
    before = reversed(root.doc[max(root.sent.start, root.i - _POINTER_REACH) : trigger.span.start])
    behind = root.doc[end : min(end + _POINTER_REACH_BEHIND, root.sent.end)]
    for tokens in (before, behind):
        link = _pointed(tokens, root, index, places)
        if link is not None:
            yield link
            return


def _pointed(tokens: Iterable[Token], root: Token, index: int, places: dict[int, int]) -> Link | None:
    """The order told by the first pointing words of ``tokens``, unless another trigger stands before them."""
    for token in tokens:
        if token.i in places:
            return None
        sign = _POINTER_SIGNS.get(token.lower_)
        after = token.nbor(1) if token.i + 1 < len(token.doc) else token
        if sign is None or after.lower_ not in ("that", "then") or (after.dep_ == "det" and after.head.i > after.i):
            continue
        if token.head.is_ancestor(root) and _is_told_by(root, token.head):
            return None
        rule = BY_THEN_RULE if token.lower_ == "by" else ORDER_RULE
        return _order(index, PREVIOUS, sign, (token, after), rule=rule)
    return None


def _is_told_by(root: Token, verb: Token) -> bool:
    """``root`` stands in a clause that ``verb`` only tells of."""
    while root.i not in (verb.i, root.head.i):
        if root.dep_ in ("ccomp", "relcl", "acl"):
            return True
        root = root.head
    return False


def _clause_order(root: Token, index: int, places: dict[int, int]) -> Iterator[Link]:
    """``A after B happened``: ``root`` is the verb of the clause that "after", "before" or "until" opens."""
    if root.dep_ not in ("advcl", "pcomp"):
        return
    mark = next((c for c in root.children if c.dep_ in ("mark", "advmod") and c.i < root.i), None)
    if root.dep_ == "pcomp":
        mark = root.head
    head = root.head.head if root.dep_ == "pcomp" else root.head
    sign = 0 if mark is None else 1 if mark.lower_ in ("after", "once") else -1 if mark.lower_ == "before" else 0
    main = places.get(head.i)
    if sign and mark is not None and main is not None and not _is_measured(mark):
        yield _order(main, index, sign, (mark, root))


def _phrase_order(root: Token, index: int, places: dict[int, int]) -> Iterator[Link]:
    """``A after the vote``, ``A before the talks``: a preposition below the trigger."""
    verb = root if is_verbal(root) else root.head
    for word in children(verb, "prep") if is_verbal(verb) else []:
        taken = next(iter(children(word, "pobj", "pcomp")), None)
        if taken is None or taken.i == root.i or _is_measured(word):
            continue
        anchor = places.get(taken.i)
        if anchor is None or anchor == index or root is not verb:
            continue
        if word.lower_ in ("after", "following", "since"):
            yield _order(index, anchor, 1, (word, taken))
        elif word.lower_ == "before":
            yield _order(index, anchor, -1, (word, taken))


def _is_measured(word: Token) -> bool:
    """A measure stands before the connective: "two days after"."""
    if any(c.dep_ in ("npadvmod", "nummod") for c in word.children):
        return True
    return word.i > 0 and word.nbor(-1).lower_.rstrip("s") in ("day", "week", "month", "year", "hour", "minute")


def _order(trigger: int, anchor: int, sign: int, words: tuple[Token, Token], rule: str = ORDER_RULE) -> Link:
    start, end = min(w.idx for w in words), max(w.idx + len(w) for w in words)
    least, most = (0, None) if sign > 0 else (None, 0)
    return Link(trigger=trigger, anchors=(anchor,), least=least, most=most, rule=rule, start=start, end=end)
