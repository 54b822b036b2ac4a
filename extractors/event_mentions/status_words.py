"""What the words beside an event say of it: negation, modals, hedges, adjectives, conditions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from extractors.event_mentions.status_lexicon import selection, words
from extractors.event_mentions.syntax import Tense, auxiliaries, children, is_infinitive, is_verbal, tense
from schemas.enumerations import Status

#: Conjunctions that open a condition.
CONDITIONS = frozenset({"if", "unless", "provided", "lest", "assuming"})
_CASES = frozenset({"case", "event"})
_NEGATIVE_PRONOUNS = frozenset({"nobody", "none", "neither", "nothing", "few", "little"})
_NEVER = frozenset({"never", "hardly", "nowhere", "scarcely", "barely", "rarely", "seldom", "neither", "nor"})
_COUNTERFACTUAL = frozenset({"would", "could", "should", "might"})
_OPEN_STATUS = frozenset({Status.PLANNED, Status.PROPOSED, Status.CONDITIONAL, Status.RUMORED})
#: Which reading stands when two words leave an act open.
_RANK = {
    Status.OCCURRED: 0,
    Status.PROPOSED: 1,
    Status.PLANNED: 2,
    Status.RUMORED: 3,
    Status.CONDITIONAL: 4,
}


@dataclass(frozen=True, slots=True)
class World:
    """``sign``: ``+`` the real world, ``-`` one that did not come about, ``o`` open; with the status and its words."""

    sign: str
    status: Status
    cue: str | None = None
    is_future: bool = False


REAL = World("+", Status.OCCURRED)


def opened(world: World, status: Status, cue: str | None) -> World:
    """``world`` left open by ``cue``; a world that is ruled out stays so."""
    if world.sign == "-":
        return world
    if world.sign == "o" and _RANK[world.status] >= _RANK[status]:
        return world
    return World("o", status, cue, is_future=world.is_future)


def negated(world: World, cue: str) -> World:
    """``world`` turned by a negative word; hearsay and conditions stay what they are."""
    if world.sign == "-":
        return replace(REAL, cue=cue)
    if world.sign == "o" and world.status in (Status.CONDITIONAL, Status.RUMORED):
        return world
    return World("-", Status.NEGATED, cue)


def is_inverted_condition(verb: Token) -> bool:
    """``Should it rain``, ``Had he come``, ``Were she to win``: an auxiliary before the subject opens the clause."""
    first = next(iter(verb.children), None)
    if first is None or first.dep_ not in ("aux", "auxpass") or first.lower_ not in ("should", "had", "were"):
        return False
    return any(c.dep_.startswith("nsubj") and first.i < c.i < verb.i for c in verb.children)


def beside_noun(noun: Token, world: World) -> World:
    """The world of an event noun that its governor puts into ``world``."""
    for child in noun.children:
        word = child.lower_
        if child.dep_ in ("det", "neg") and word in ("no", "neither"):
            is_told = world.sign == "-" and world.cue == child.text  # "there were no arrests": one no, told by the verb
            return world if is_told else negated(world, child.text)
        if child.dep_ == "det" and word == "any":
            return opened(world, Status.PROPOSED, child.text)
        status = words("modifiers").get(word) if child.dep_ in ("amod", "compound", "nmod", "advmod") else None
        if status is not None:
            return _modified(world, status, child.text)
    return _set_for(noun, world)


def _modified(world: World, status: Status, cue: str) -> World:
    if status is Status.ONGOING:
        return replace(world, status=status, cue=cue) if world.sign == "+" else world
    if status in _OPEN_STATUS:
        return opened(world, status, cue)
    return World("-", status, cue)


def _set_for(noun: Token, world: World) -> World:
    """``the talks planned for May``, ``a visit that had been due``: canceled if they did not come about."""
    for clause in children(noun, "acl", "relcl"):
        chosen = selection(clause, "noun")
        if chosen is None or clause.tag_ != "VBN" or (chosen.positive == "o") != (chosen.status is Status.PLANNED):
            continue
        if chosen.positive == "-" and chosen.status in (Status.CANCELED, Status.POSTPONED):
            return World("-", chosen.status, clause.text)
        if world.sign == "-" and world.status is Status.NEGATED:
            return World("-", Status.CANCELED, world.cue)
    return world


def beside_verb(verb: Token, world: World) -> World:
    """The world of a verb that its governor puts into ``world``."""
    negation = negation_of(verb)
    world = _hedged(verb, _modal(verb, world, is_negated=negation is not None))
    return world if negation is None else negated(world, negation.text)


def negation_of(verb: Token) -> Token | None:
    """The word that negates the clause of ``verb``: not, never, nobody, no ... ; None when it is positive."""
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ in ("advmod", "preconj") and child.lower_ in _NEVER):
            return child
        if child.lower_ == "longer" and any(g.lower_ == "no" for g in child.children):
            return child
        hit = _negative_argument(child)
        if hit is not None:
            return hit
    return None


def _negative_argument(child: Token) -> Token | None:
    """``nobody came``, ``no one came``, ``he did nothing``, ``it has no plans``."""
    is_subject = child.dep_ in ("nsubj", "nsubjpass")
    if not is_subject and child.dep_ not in ("dobj", "attr"):
        return None
    if child.lower_ in _NEGATIVE_PRONOUNS:
        return child
    if not is_subject and child.head.lemma_.lower() not in ("have", "be"):
        return None
    return next((g for g in child.children if g.dep_ in ("det", "neg") and g.lower_ in ("no", "neither")), None)


def _hedged(verb: Token, world: World) -> World:
    for child in children(verb, "advmod"):
        status = words("hedges").get(child.lower_)
        if status is not None:
            world = opened(world, status, child.text)
    return world


def _modal(verb: Token, world: World, *, is_negated: bool) -> World:
    form = tense(verb)
    modal = next((a for a in auxiliaries(verb) if a.tag_ == "MD"), None)
    if modal is None:
        if form is Tense.INFINITIVE and verb.head.i == verb.i and is_infinitive(verb):  # headlines: "X to visit Y"
            return replace(opened(world, Status.PLANNED, "to"), is_future=True)
        return world
    if is_inverted_condition(verb):
        return opened(world, Status.CONDITIONAL, modal.text)
    if form is Tense.MODAL_PERFECT:
        return _unreal(modal, world)
    if is_negated and modal.lemma_.lower() == "would" and verb.head.i == verb.i and not _has_condition(verb):
        return world  # "he would not answer": he refused
    status = _status_of_modal(verb, modal, form)
    return replace(opened(world, status, modal.text), is_future=True)


def _unreal(modal: Token, world: World) -> World:
    if modal.lemma_.lower() in _COUNTERFACTUAL and world.sign == "+":
        return World("-", Status.NEGATED, f"{modal.text} have")
    return opened(world, Status.RUMORED, modal.text)


def _status_of_modal(verb: Token, modal: Token, form: Tense) -> Status:
    if _has_condition(verb):
        return Status.CONDITIONAL
    if form is Tense.FUTURE:
        return Status.PLANNED
    if modal.lemma_.lower() == "would":
        return Status.PLANNED if is_reported(verb) else Status.CONDITIONAL
    return Status.PROPOSED


def is_reported(verb: Token) -> bool:
    """``verb`` stands in reported speech: its clause hangs on a verb of saying in the past."""
    past = (Tense.PAST, Tense.PLUPERFECT)
    while verb.dep_ in ("ccomp", "xcomp", "conj", "acl", "advcl", "relcl") and verb.head.i != verb.i:
        verb = verb.head
        if is_verbal(verb) and tense(verb) in past:
            return True
    return False


def _has_condition(verb: Token) -> bool:
    for child in verb.children:
        if child.dep_ == "advcl":
            marks = {c.lower_ for c in child.children if c.dep_ == "mark"}
            if marks & CONDITIONS or is_inverted_condition(child):
                return True
        if child.dep_ == "prep" and child.lower_ == "in" and any(g.lemma_ in _CASES for g in child.children):
            return True
        if child.dep_ == "advmod" and child.lower_ == "otherwise":
            return True
    return False
