"""How events without a day of their own lie around the day of the news, read from status, tense and kind of word."""

from __future__ import annotations

import functools
from enum import StrEnum

from spacy.tokens import Span, Token

from extractors.event_mentions.document import StatusReading
from extractors.event_mentions.status_lexicon import entries_of, words
from extractors.event_mentions.syntax import Tense, clause_verb, is_verbal, tense
from extractors.lexicons import load
from schemas.enumerations import Status


class Shape(StrEnum):
    """Where an undated event lies: on the day of the news, around, before or after it, as a point or for a time."""

    NEWS = "news"
    NOW = "now"
    ONCE = "once"
    ONCE_FOR_A_TIME = "once for a time"
    AHEAD = "ahead"
    AHEAD_FOR_A_TIME = "ahead for a time"


#: What is said, wanted or known in the present is said on the day of the news, other acts in the present are states.
_TELLING = frozenset(
    {
        "says: the claim is passed on as it is told",
        "believes; what is not believed is denied",
        "wants, proposes, asks for, considers",
        "plans, promises, agrees to",
    }
)
_VERB_SHAPES = {
    Tense.PRESENT: Shape.NOW,
    Tense.PROGRESSIVE: Shape.NOW,
    Tense.PERFECT: Shape.ONCE_FOR_A_TIME,
    Tense.PARTICIPLE: Shape.NOW,
    Tense.PLUPERFECT: Shape.ONCE,
    Tense.FUTURE: Shape.AHEAD_FOR_A_TIME,
    Tense.MODAL: Shape.AHEAD,
    Tense.MODAL_PERFECT: Shape.ONCE,
    Tense.INFINITIVE: Shape.AHEAD_FOR_A_TIME,
}
_NOUN_SHAPES = {
    Tense.PRESENT: Shape.NOW,
    Tense.PROGRESSIVE: Shape.NOW,
    Tense.INFINITIVE: Shape.NOW,
    Tense.PERFECT: Shape.ONCE_FOR_A_TIME,
    Tense.PARTICIPLE: Shape.ONCE_FOR_A_TIME,
    Tense.PLUPERFECT: Shape.ONCE,
}
#: What an infinitive takes from the verb above it, when it is not merely meant ("continues to", "declined to").
_SHARED_SHAPES = {
    Tense.PRESENT: Shape.NOW,
    Tense.PROGRESSIVE: Shape.NOW,
    Tense.PAST: Shape.NEWS,
    Tense.PERFECT: Shape.ONCE_FOR_A_TIME,
    Tense.PLUPERFECT: Shape.ONCE,
}
_MOMENTS = frozenset({Tense.MODAL, Tense.PRESENT})
_FINITE = frozenset({Tense.PRESENT, Tense.PAST, Tense.PERFECT})
_NEWS = frozenset({Tense.PAST, Tense.PLUPERFECT, Tense.PARTICIPLE, Tense.GERUND, Tense.NONE})
_OPEN = frozenset({Status.PLANNED, Status.PROPOSED, Status.CONDITIONAL})
_TOLD = frozenset({Status.OCCURRED, Status.NEGATED, Status.RUMORED})
_BESIDE = ("advcl", "relcl")
_AT_THE_SAME_TIME = frozenset({"as", "while"})
_COMPLEMENTS = ("xcomp", "ccomp", "conj")
#: "Is to", "is going to": what follows is ahead.
_OF_THE_FUTURE = frozenset({"be", "go"})


@functools.cache
def _listed(kind: str) -> frozenset[str]:
    return frozenset(word for entry in load("dating_spans")[kind] for word in entry["words"])


def is_state(span: Span) -> bool:
    """An adjective, or a verb of holding, being or staying."""
    root = span.root
    return root.pos_ == "ADJ" or (is_verbal(root) and root.lemma_.lower() in words("statives"))


def is_told_of_the_past(span: Span) -> bool:
    """Its clause speaks of the past, or of no time: its news can be some days old."""
    return tense(clause_verb(span.root)) in _NEWS


def is_telling(verb: Token) -> bool:
    """It says, believes, wants or promises something."""
    return bool(_TELLING & set(entries_of(verb)))


def shape_of(span: Span, reading: StatusReading) -> Shape:
    """Where an event that no words date lies around the day of the news."""
    root, status = span.root, reading.status
    form = tense(clause_verb(root))
    if root.pos_ == "NOUN" and root.lemma_.lower() in _listed("lasting"):
        return Shape.AHEAD_FOR_A_TIME if status in _OPEN else Shape.NOW
    if _is_news_of_now(root, form, status):
        return Shape.NEWS
    return _shared(root, form, status) or _by_status(span, form, status)


def _by_status(span: Span, form: Tense, status: Status) -> Shape:
    """The shape of what goes on, is meant or is rumored; that of a fact otherwise."""
    if status is Status.ONGOING:
        return Shape.NOW
    if status in _OPEN:
        return Shape.AHEAD if form in _MOMENTS or span.root.pos_ == "NOUN" else Shape.AHEAD_FOR_A_TIME
    if status is Status.RUMORED and form in _NEWS:
        return Shape.ONCE
    return _of_fact(span, form)


def _is_news_of_now(root: Token, form: Tense, status: Status) -> bool:
    """Told of the moment of the news: "appears to", "is warning", "does not know"."""
    if form in _FINITE and root.lemma_.lower() in _listed("phases"):
        return True
    if form is Tense.PROGRESSIVE and is_telling(root):
        return True
    return form is Tense.PRESENT and status is Status.NEGATED


def _shared(root: Token, form: Tense, status: Status) -> Shape | None:
    """The shape of the verb above a complement that is told as a fact, or as not done; None for other words."""
    if not is_verbal(root) or form is not Tense.INFINITIVE or root.dep_ not in _COMPLEMENTS or status not in _TOLD:
        return None
    verb = _finite_above(root)
    if not is_verbal(verb) or verb.lemma_.lower() in _OF_THE_FUTURE:
        return None
    return _SHARED_SHAPES.get(tense(verb), Shape.AHEAD_FOR_A_TIME)


def _finite_above(root: Token) -> Token:
    verb = root.head
    while tense(verb) is Tense.INFINITIVE and verb.head.i != verb.i:
        verb = verb.head
    return verb


def _of_fact(span: Span, form: Tense) -> Shape:
    """The shape of what is told as a fact, by its tense."""
    root = span.root
    if not is_verbal(root):
        return _NOUN_SHAPES.get(form, Shape.NEWS)
    if form is Tense.PAST and root.dep_ in _BESIDE:
        return Shape.NEWS if _is_simultaneous(root) else Shape.ONCE  # what is told beside the news happened before it
    if is_telling(root):
        is_past = form is Tense.PERFECT and root.dep_ != "ROOT"  # "has announced" in a main clause is the news
        return Shape.ONCE if is_past else Shape.NEWS
    if is_state(span) and form is Tense.PAST:
        return Shape.ONCE_FOR_A_TIME
    return _VERB_SHAPES.get(form, Shape.NEWS)


def _is_simultaneous(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ in _AT_THE_SAME_TIME for child in verb.children)
