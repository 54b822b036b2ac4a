"""Small questions to a dependency parse that status, dating and mentions share."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from spacy.tokens import Token

_AUXILIARY = frozenset({"aux", "auxpass"})
_VERBAL = frozenset({"VERB", "AUX"})
_PAST_TAGS = frozenset({"VBD"})
_PARTICLES = frozenset({"off", "back", "up", "down", "away", "out"})
_WILL = frozenset({"will", "shall"})
#: How many words before "since" a superlative or an ordinal compares.
_COMPARED = 12
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "only", "1st", "2nd", "3rd"})
_TEMPORAL = frozenset({"after", "following", "since", "before", "until"})


class Tense(StrEnum):
    """How a verb places itself in time: its own form and its auxiliaries."""

    PAST = "past"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    PRESENT = "present"
    PROGRESSIVE = "progressive"
    FUTURE = "future"
    MODAL = "modal"
    MODAL_PERFECT = "modal_perfect"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    PARTICIPLE = "participle"
    NONE = "none"


#: Tenses that tell of one occasion; the bare present tells of habits.
CERTAIN = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT, Tense.FUTURE})


def children(token: Token, *labels: str) -> list[Token]:
    """The direct dependents of ``token`` with one of the dependency ``labels``."""
    return [child for child in token.children if child.dep_ in labels]


def is_verbal(token: Token) -> bool:
    """A verb that is no auxiliary of another one."""
    return token.pos_ in _VERBAL and token.dep_ not in _AUXILIARY


def auxiliaries(verb: Token) -> list[Token]:
    """The auxiliaries of ``verb`` in the order of the text; a coordinated verb without any borrows the first one's."""
    own = [child for child in verb.children if child.dep_ in _AUXILIARY]
    if own or verb.dep_ != "conj" or not is_verbal(verb.head):
        return own
    if any(child.dep_.startswith("nsubj") for child in verb.children):
        return own
    return auxiliaries(verb.head) if verb.tag_ == verb.head.tag_ or _is_bare_form(verb) else own


def _is_bare_form(verb: Token) -> bool:
    """A form that is past or bare ("spread", "cut") beside a bare one: "will begin in the port and spread"."""
    return verb.tag_ in ("VBD", "VBP") and verb.head.tag_ == "VB" and verb.lower_ == verb.lemma_.lower()


def ancestors(token: Token) -> Iterator[Token]:
    """The governors of ``token``, nearest first, up to the root of its sentence."""
    while token.head.i != token.i:
        token = token.head
        yield token


def clause_verb(token: Token) -> Token:
    """The verb of the clause that ``token`` stands in: itself, the nearest verb above it, or the sentence's root."""
    if is_verbal(token):
        return token
    return next((head for head in ancestors(token) if is_verbal(head)), token.sent.root)


def particle_lemma(verb: Token) -> str:
    """The lemma of ``verb`` with its particle, as in ``call_off``; without one the bare lemma, in lower case."""
    particle = next((child.lower_ for child in verb.children if _is_particle(child)), None)
    lemma = verb.lemma_.lower()
    return f"{lemma}_{particle}" if particle else lemma


def _is_particle(child: Token) -> bool:
    if child.dep_ == "prt" or (child.tag_ == "RP" and child.dep_ == "prep" and not children(child, "pobj")):
        return True
    return child.dep_ == "advmod" and child.lower_ in _PARTICLES and 0 < child.i - child.head.i <= 2


def is_infinitive(verb: Token) -> bool:
    """``verb`` is introduced by ``to``."""
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)


def tense(verb: Token) -> Tense:
    """The tense of ``verb`` with its auxiliaries; nouns and other words have none."""
    helpers = auxiliaries(verb)
    modal = next((a for a in helpers if a.tag_ == "MD"), None)
    if modal is not None:
        if modal.lemma_.lower() in _WILL:
            return Tense.FUTURE
        return Tense.MODAL_PERFECT if any(a.lower_ == "have" for a in helpers) else Tense.MODAL
    if any(a.tag_ == "TO" for a in helpers):
        return Tense.INFINITIVE
    first = helpers[0] if helpers else verb
    if first.lemma_.lower() == "have" and first is not verb:
        return Tense.PLUPERFECT if first.lower_ in ("had", "'d", "’d") else Tense.PERFECT
    return _simple(verb, first)


def _simple(verb: Token, first: Token) -> Tense:
    if first.tag_ in _PAST_TAGS or (first is not verb and first.lower_ in ("was", "were", "did", "got")):
        return Tense.PAST
    if first is not verb:
        return Tense.PROGRESSIVE if verb.tag_ == "VBG" else Tense.PRESENT
    return {
        "VBZ": Tense.PRESENT,
        "VBP": Tense.PRESENT,
        "VB": Tense.INFINITIVE,
        "VBG": Tense.GERUND,
        "VBN": Tense.PARTICIPLE,
    }.get(verb.tag_, Tense.NONE)


def governor(token: Token) -> tuple[Token, Token | None]:
    """What ``token`` hangs on, with the preposition between them (None when there is none)."""
    head = token.head
    if token.dep_ in ("pobj", "pcomp") and head.i != token.i:
        top = head
        while top.dep_ in ("prep", "pcomp") and top.head.dep_ == "prep" and top.head.i != top.i:
            top = top.head
        return top.head, head
    return head, None


def is_told_after(noun: Token) -> bool:
    """``noun`` is what a temporal preposition names: a time right behind "after the vote" is that of the vote."""
    return noun.dep_ in ("pobj", "dobj") and noun.head.lower_ in _TEMPORAL


def verb_before(preposition: Token) -> Token | None:
    """The verb before ``preposition`` where the parser hung that on what follows: "said on Monday it had paid"."""
    if preposition.dep_ != "prep" or preposition.head.i < preposition.i or preposition.i == preposition.sent.start:
        return None
    word = preposition.nbor(-1)
    return word if is_verbal(word) and word.is_ancestor(preposition) else None


def compares(since: Token) -> bool:
    """Whether ``since`` follows a superlative or an ordinal: "the fourth strike since May", "the worst since 2010"."""
    for token in reversed(since.doc[max(since.i - _COMPARED, since.sent.start) : since.i]):
        if token.tag_ in ("JJS", "RBS") or token.lower_ in _ORDINALS:
            return True
        if is_verbal(token):
            return False
    return False
