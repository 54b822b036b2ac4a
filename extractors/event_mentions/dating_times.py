"""A document's time expressions on its tokens: what each modifies, under which preposition, and how far from a trigger.

Distance is counted over the dependency path: each step up or down costs what the label says, so that a date stays
with the words it was told of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from extractors.event_mentions.lexicon import noun_senses, word_list
from extractors.event_mentions.status_lexicon import selection
from extractors.event_mentions.syntax import compares, is_told_after, verb_before
from schemas import TimeExpression
from schemas.enumerations import Status, TimexType

#: Cost of a step from a word to its governor, when the word is (above) the trigger.
_UP = {
    "nsubj": 1.0,
    "nsubjpass": 0.8,
    "dobj": 0.8,
    "attr": 0.8,
    "oprd": 0.8,
    "acomp": 0.6,
    "pobj": 0.5,
    "prep": 0.5,
    "pcomp": 3.4,
    "appos": 0.5,
    "compound": 0.5,
    "amod": 1.0,
    "nmod": 0.5,
    "conj": 1.2,
    "xcomp": 1.2,
    "advcl": 3.0,
    "ccomp": 4.4,
    "relcl": 4.5,
    "acl": 2.8,
    "poss": 2.5,
    "csubj": 3.0,
    "parataxis": 4.6,
    "npadvmod": 1.0,
    "advmod": 0.8,
}
#: Cost of a step from a word to its governor, when the word is (above) the time expression.
_DOWN = {
    "nsubj": 2.0,
    "nsubjpass": 2.0,
    "dobj": 1.0,
    "attr": 1.0,
    "oprd": 1.0,
    "acomp": 0.6,
    "pobj": 0.8,
    "prep": 0.4,
    "pcomp": 1.6,
    "appos": 0.6,
    "compound": 1.0,
    "nmod": 1.0,
    "amod": 1.0,
    "conj": 3.8,
    "xcomp": 1.4,
    "advcl": 3.2,
    "ccomp": 4.6,
    "relcl": 4.4,
    "acl": 3.4,
    "poss": 1.5,
    "npadvmod": 0.4,
    "advmod": 0.4,
    "parataxis": 3.6,
}
_OTHER = 1.5
#: A noun after one of these shares the time of what it hangs on; a cause or another event does not.
_SHARING = frozenset(
    {"in", "at", "during", "for", "with", "of", "on", "to", "by", "through", "under", "within", "as", "into", "amid"}
)
#: "Ahead of the talks", "because of the flood": what follows is another event.
_APART = frozenset({"ahead", "because", "instead", "wake", "aftermath", "eve"})
_NOT_SHARED = 4.3
#: What follows these after a verb of deciding or a noun of speech is a topic: "vote on the sale".
_TOPICS = frozenset({"on", "about", "over", "into"})
#: A noun after one of these has no share in the time before it: "close to Friday's price".
_OUTSIDE = frozenset({"to", "from", "than", "of", "with", "against", "by"})
#: A time right behind a trigger, and one right behind another trigger, where the parser made something else of it.
_BESIDE, _BESIDE_ANOTHER = 0.6, 4.5
_BARRIER = 1.4
#: A clock time says less than a day that stands beside it.
_CLOCK_RULE, _CLOCK_COST = "clock", 0.9
_SAME_TIME = frozenset({"when", "as", "while"})
_WITHIN_NOUN = frozenset({"poss", "compound", "nmod"})
#: The preposition of "as of Monday".
AS_OF = "as of"


@dataclass(frozen=True, slots=True)
class PlacedTime:
    """A time expression on its tokens.

    ``site`` is the word that it modifies, ``preposition`` the word between them in lower case ("" without one).
    ``is_within_noun``: it only says which ``site`` is meant, and the preposition is the noun's: "before Sunday's vote".
    """

    row: TimeExpression
    span: Span
    site: Token
    preposition: str
    order: int
    is_within_noun: bool = False

    @property
    def is_date(self) -> bool:
        """It names days of its own."""
        return self.row.first_day is not None or self.row.last_day is not None

    @property
    def beside(self) -> int:
        """The word right before it ("sued that September") if the parser did not connect the two, else -1.

        "Resigned before Sunday's vote" connects it to the vote.
        """
        before = self.span.start - 1
        if self.is_within_noun:
            return -1
        if self.preposition and before >= 0 and self.span.doc[before].lower_ == self.preposition:
            before -= 1
        if before < self.span.sent.start:
            return -1
        word = self.span.doc[before]
        if is_told_after(word) and self.site.i != before:
            return before
        return -1 if self.site.i == before or self.site.is_ancestor(word) else before


class PlacedTimes:
    """The time expressions of one parsed document, by sentence."""

    def __init__(self, doc: Doc, rows: Sequence[TimeExpression]) -> None:
        placed = [p for p in (_place(doc, row, i) for i, row in enumerate(rows)) if p is not None]
        inside = {token.i: time for time in placed for token in time.span}
        self._by_sentence: dict[int, list[PlacedTime]] = {}
        self.all = [_climb(time, inside) for time in placed]
        for time in self.all:
            self._by_sentence.setdefault(time.span.root.sent.start, []).append(time)

    def near(self, token: Token) -> list[PlacedTime]:
        """The expressions in the sentence of ``token``, in order."""
        return self._by_sentence.get(token.sent.start, [])


def _place(doc: Doc, row: TimeExpression, order: int) -> PlacedTime | None:
    span = doc.char_span(row.start_offset, row.end_offset, alignment_mode="expand")
    if span is None or not len(span) or span.root.is_space or row.timex_type is TimexType.SET:
        return None
    root = _outer(span)
    site, preposition = root.head, ""
    if site.dep_ in ("prep", "agent", "mark") or site.pos_ in ("ADP", "SCONJ"):
        preposition, site = site.lower_, verb_before(site) or site.head
    if not preposition:
        preposition = _word_before(span)
    if preposition == "of" and _is_as_of(span):
        preposition = AS_OF
    within = root.dep_ in _WITHIN_NOUN and site.i == root.head.i and site.pos_ in ("NOUN", "PROPN")
    return PlacedTime(row, span, site, preposition, order, within)


def _outer(span: Span) -> Token:
    """The token of ``span`` that hangs on a word outside it."""
    inside = range(span.start, span.end)
    return next((t for t in span if t.head.i not in inside), span.root)


def _word_before(span: Span) -> str:
    """The preposition that stands before the expression although the parser attached it elsewhere."""
    if span.start == span.sent.start:
        return ""
    before = span.doc[span.start - 1]
    return before.lower_ if before.pos_ in ("ADP", "SCONJ") or before.dep_ == "prep" else ""


def _is_as_of(span: Span) -> bool:
    return span.start - 2 >= span.sent.start and span.doc[span.start - 2].lower_ == "as"


def is_comparison(time: PlacedTime) -> bool:
    """The time only says since when nothing like it happened: "the fourth strike since May", "the worst since 2010"."""
    since = _since(time)
    return since is not None and compares(time.span.doc[since])


def _since(time: PlacedTime) -> int | None:
    """Where the "since" stands that the time, or the clause it dates, depends on."""
    if time.preposition == "since":
        return time.span.start - 1
    return next((c.i for c in time.site.children if c.dep_ == "mark" and c.lower_ == "since"), None)


def _climb(time: PlacedTime, inside: dict[int, PlacedTime]) -> PlacedTime:
    """Move the site out of other time expressions, prepositions and numbers, up to a word that can be dated."""
    site = time.site
    preposition = time.preposition
    for _ in range(6):
        other = inside.get(site.i)
        if other is not None and other is not time:
            outer = _outer(other.span)
            site = outer.head
        elif site.pos_ in ("ADP", "NUM", "ADV", "SCONJ", "DET", "PART", "PUNCT") and site.head.i != site.i:
            site = site.head
        elif preposition in ("on", "in") and site.dep_ == "pobj" and (_is_decided_on(site.head) or _is_time(site)):
            site = site.head.head  # "vote on the sale on Friday": the vote is on Friday
        else:
            break
    return replace(time, site=site, preposition=preposition)


def _is_time(noun: Token) -> bool:
    """The time of "for the first time"."""
    return noun.lower_ == "time" and noun.head.lower_ == "for"


def ancestry(token: Token) -> dict[int, float]:
    """Cost of the way up from a trigger to each word above it, itself at 0."""
    costs, cost = {token.i: 0.0}, 0.0
    while token.head.i != token.i:
        cost += _step_up(token)
        token = token.head
        costs.setdefault(token.i, cost)
    return costs


def ancestry_of(span: Span) -> dict[int, float]:
    """:func:`ancestry` of the root of ``span``, with all its words at 0 ("let it be known")."""
    return ancestry(span.root) | dict.fromkeys((token.i for token in span if not token.is_stop or len(span) == 1), 0.0)


def _step_up(token: Token) -> float:
    is_apart = token.lower_ not in _SHARING or token.head.lower_ in _APART or _is_topical(token) or _is_whose(token)
    if token.dep_ in ("prep", "agent") and is_apart:
        return _NOT_SHARED
    if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX"):
        return 1.6
    return _step(token, _UP)


def _is_whose(preposition: Token) -> bool:
    """What follows only tells which person, or which anniversary, is meant: "the victims of the blast were buried"."""
    return preposition.lower_ == "of" and preposition.head.lemma_.lower() in word_list("of_an_event")


def _is_topical(preposition: Token) -> bool:
    """What follows is what a decision or a piece of speech is about."""
    if preposition.lower_ not in _TOPICS:
        return False
    lemma = preposition.head.lemma_.lower()
    return lemma in word_list("deciding") or (preposition.head.pos_ == "NOUN" and lemma in noun_senses())


def _is_decided_on(preposition: Token) -> bool:
    return preposition.lower_ == "on" and preposition.head.lemma_.lower() in word_list("deciding")


def distance(time: PlacedTime, above: dict[int, float], barriers: frozenset[int], is_past: bool = False) -> float:
    """Cost of the way from the site of ``time`` to the trigger whose :func:`ancestry` is ``above``.

    ``barriers`` are other triggers: a time that hangs on one of them belongs to it first. ``is_past``: the trigger is
    told as past, so a day that it was only planned for is further away.
    """
    if above.get(time.beside) == 0.0:
        return _BESIDE
    cost = _BESIDE_ANOTHER if time.beside in barriers else 0.0
    cost += _CLOCK_COST if time.row.date_rule == _CLOCK_RULE else 0.0
    token = time.site
    if (time.is_within_noun and not _is_shared_by_noun(token, above)) or _are_parted(time, above):
        return float("inf")
    inside = [t.i for t in time.span if t.i in above]
    if inside:  # "in December, when ...", "on the day he died": the clause hangs on the time itself
        return cost + min(above[i] for i in inside) * 0.1
    while token.i not in above:
        if token.i in barriers:
            cost += _BARRIER
        if token.head.i == token.i:
            return float("inf")
        if not is_past and token.dep_ == "relcl" and _names_plan(token) and _told_before(token, above, barriers):
            return cost + 0.3
        cost += _step_down(token, above, is_past=is_past)
        token = token.head
    if above[token.i] and _joined(token, above) and time.span.start > token.i:
        cost += 1.6  # "A came and, B left on Monday": the day of the first verb is not the second one's
    return cost + above[token.i]


def _are_parted(time: PlacedTime, above: dict[int, float]) -> bool:
    """A semicolon stands between the trigger and the time: two statements in one sentence."""
    triggers = [i for i, cost in above.items() if cost == 0.0]
    return has_semicolon(time.span.doc, min(*triggers, time.span.start), max(*triggers, time.span.end))


def has_semicolon(doc: Doc, first: int, last: int) -> bool:
    """A semicolon stands somewhere among the tokens from ``first`` up to ``last``."""
    return any(token.text == ";" for token in doc[first:last])


def _is_shared_by_noun(noun: Token, above: dict[int, float]) -> bool:
    """Whether what is told of ``noun`` takes its time: of "last year's vote", not of "November's wages"."""
    is_outside = noun.dep_ == "pobj" and noun.head.lower_ in _OUTSIDE
    if above.get(noun.i) == 0.0 or not (is_outside or noun.dep_ in ("dobj", "nsubj", "nsubjpass")):
        return True
    return noun.lemma_.lower() in noun_senses() or noun.lemma_.lower() in word_list("publication")


def _told_before(clause: Token, above: dict[int, float], barriers: frozenset[int]) -> bool:
    """The trigger is the event told last before a relative clause, wherever the parser hung the clause."""
    roots = {i for i, cost in above.items() if cost == 0.0}
    earlier = [i for i in barriers | roots if clause.sent.start <= i < clause.i]
    return bool(earlier) and max(earlier) in roots


def _joined(token: Token, above: dict[int, float]) -> bool:
    """The trigger hangs on ``token`` as, or below, a coordinated verb."""
    return any(c.dep_ == "conj" and c.i in above and c.pos_ in ("VERB", "AUX") for c in token.children)


def _step_down(token: Token, above: dict[int, float], *, is_past: bool) -> float:
    if token.dep_ in ("compound", "poss", "nmod") and above.get(token.head.i) != 0.0:
        return _NOT_SHARED  # "the February strike" dates the strike, nothing else
    if token.dep_ in ("acl", "relcl") and above.get(token.head.i) == 0.0:
        if _names_plan(token):
            return 3.0 if is_past else 0.3
        return 1.5
    if token.dep_ == "acl" and token.lemma_.lower() in word_list("publication"):
        return 0.2  # "an interview with the paper printed on Monday": the day is the interview's
    return _step(token, _DOWN)


def _names_plan(token: Token) -> bool:
    """A participle that sets the day of the noun before it: "the hearing planned for", "a visit that had been due"."""
    if token.tag_ not in ("VBN", "VBD", "JJ"):
        return False
    chosen = selection(token, "noun")
    return token.lemma_.lower() == "mean" or (chosen is not None and chosen.status is Status.PLANNED)


def _step(token: Token, costs: dict[str, float]) -> float:
    if token.dep_ == "advcl" and any(c.lower_ in _SAME_TIME for c in token.children if c.i < token.i):
        return 1.6
    return costs.get(token.dep_, _OTHER)
