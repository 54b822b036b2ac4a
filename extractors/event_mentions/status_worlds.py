"""In which world an event takes place: the real one, one that was ruled out, or one that is still open.

Worlds are read from the top of the sentence down: each predicate lives in the world that its governor gives it,
turned by its own negation, modals and hedges (the compositional reading of implicatives of TruthTeller, Lotan et al.
2013, over a dependency parse).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from extractors.event_mentions.status_lexicon import Selection, selection, words
from extractors.event_mentions.syntax import (
    Tense,
    auxiliaries,
    children,
    clause_verb,
    governor,
    is_infinitive,
    is_verbal,
    particle_lemma,
    tense,
)
from schemas.enumerations import Status

_DEPTH = 12
_CASES = frozenset({"case", "event"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_FINITE_MARKS_OPEN = frozenset({"if", "unless", "provided", "lest", "assuming"})
_ORDER_MARKS = frozenset({"before", "until", "till", "when", "once", "after", "whenever", "as"})
_NEGATIVE_SUBJECTS = frozenset({"nobody", "none", "neither", "nothing", "few"})
_PLACES = frozenset({"at", "in", "during", "on", "with", "for", "of", "after", "to", "before"})
_RAISING = frozenset({"be", "go", "seem", "appear", "have", "need", "begin", "start", "continue", "tend", "happen"})
_PARTITIVES = frozenset({"round", "series", "wave", "set", "string", "number", "kind", "type", "form", "pair", "spate"})
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


def world_of(token: Token, depth: int = 0) -> World:
    """The world of the act that ``token`` (a verb, an event noun, an adjective) names."""
    given = _given(token, depth)
    return _own_noun(token, given) if token.pos_ in _NOMINAL else _own_verb(token, given)


def _opened(world: World, status: Status, cue: str | None) -> World:
    """``world`` left open by ``cue``; a world that is ruled out stays so."""
    if world.sign == "-":
        return world
    if world.sign == "o" and _RANK[world.status] >= _RANK[status]:
        return world
    return World("o", status, cue, is_future=world.is_future)


def _negated(world: World, cue: str) -> World:
    if world.sign == "-":
        return replace(REAL, cue=cue)
    if world.sign == "o" and world.status in (Status.CONDITIONAL, Status.RUMORED):
        return world
    return World("-", Status.NEGATED, cue)


def _selected(world: World, chosen: Selection, cue: str) -> World:
    """The world of the complement of a predicate that lives in ``world``."""
    if chosen.positive == chosen.negative == "+":
        return REAL
    if chosen.positive == chosen.negative == "-":
        return World("-", Status.NEGATED, cue)
    if world.sign == "o":
        return world if chosen.positive != "o" else _opened(world, chosen.status, cue)
    sign = chosen.positive if world.sign == "+" else chosen.negative
    if sign == "+":
        return World("+", Status.OCCURRED, world.cue if world.sign == "-" else None)
    if sign == "-":
        return World("-", chosen.status if chosen.positive == "-" else Status.NEGATED, cue)
    return World("o", _status_left_open(chosen), cue)


def _status_left_open(chosen: Selection) -> Status:
    if chosen.positive == "-":  # not canceled, not put off: it still stands
        return Status.RUMORED if chosen.status is Status.DENIED else Status.PLANNED
    return chosen.status


# --------------------------------------------------------------------------------------------- what the governor gives


def _given(token: Token, depth: int) -> World:
    if token.head.i == token.i or depth > _DEPTH:
        return _question(token, REAL)
    if token.dep_ in ("conj", "appos"):
        return _given(token.head, depth + 1)
    if token.pos_ in _NOMINAL:
        return _given_noun(token, depth)
    return _given_clause(token, depth)


def _question(root: Token, world: World) -> World:
    last = root.sent[-1]
    while last.i > root.sent.start and (last.is_space or last.is_quote):
        last = last.nbor(-1)
    return _opened(world, Status.PROPOSED, "?") if last.text == "?" else world


def _given_clause(token: Token, depth: int) -> World:
    head, preposition = governor(token)
    if token.dep_ == "advcl":
        return _given_adverbial(token, head, depth)
    if _stands_alone(token):
        return REAL
    outer = world_of(head, depth + 1)
    if token.dep_ == "xcomp" and head.lemma_.lower() in ("be", "go") and is_infinitive(token):
        return _be_to(head, outer)
    return _complement(token, head, preposition, outer)


def _complement(token: Token, head: Token, preposition: Token | None, outer: World) -> World:
    chosen = _selection_of_clause(head, token)
    if chosen is not None and not (chosen.status is Status.PLANNED and tense(token) is Tense.PAST):
        return _selected(outer, chosen, head.text)
    if preposition is not None:
        return _negated(outer, preposition.text) if preposition.lower_ == "without" else REAL
    return _opened(outer, Status.PROPOSED, head.text) if is_infinitive(token) else outer


def _selection_of_clause(head: Token, clause: Token) -> Selection | None:
    """What the governor says of the clause; a clause after "talk went round" belongs to the noun "talk"."""
    chosen = selection(head, "clause", clause)
    if chosen is not None or not children(clause, "mark"):
        return chosen
    verb = clause_verb(head)
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.pos_ == "NOUN"), None)
    return None if subject is None else selection(subject, "clause", clause)


def _stands_alone(token: Token) -> bool:
    """A clause that no governor selects: relative, participial, loosely added, or after a semicolon."""
    if token.dep_ in ("relcl", "dep", "parataxis", "intj", "meta"):
        return True
    if token.dep_ == "acl":
        return not _is_content(token)
    if token.dep_ == "ccomp" and token.i < token.head.i:
        return any(t.text == ";" for t in token.doc[token.i : token.head.i])
    return False


def _is_content(token: Token) -> bool:
    """A clause that tells what its noun is about (``the plan to``, ``reports that``), no participle."""
    return is_infinitive(token) or bool(children(token, "mark")) or token.tag_ not in ("VBN", "VBG", "VBD")


def _be_to(head: Token, outer: World) -> World:
    if head.lemma_.lower() == "go" and head.tag_ != "VBG":
        return outer
    if outer.sign == "-":
        return outer
    return replace(_opened(outer, Status.PLANNED, f"{head.text} to"), is_future=True)


def _given_adverbial(token: Token, head: Token, depth: int) -> World:
    mark = next((c.lower_ for c in token.children if c.dep_ in ("mark", "advmod") and c.i < token.i), "")
    if mark in _FINITE_MARKS_OPEN or is_inverted_condition(token):
        return World("o", Status.CONDITIONAL, mark or "should")
    outer = world_of(head, depth + 1)
    if is_infinitive(token):
        return _given_purpose(token, head, outer)
    if mark == "that":
        chosen = _selection_of_clause(head, token)
        return outer if chosen is None else _selected(outer, chosen, head.text)
    if outer.sign != "o" or not (mark in _ORDER_MARKS or (token.tag_ in ("VBG", "VBN") and not mark)):
        return REAL
    if outer.status is Status.PROPOSED and mark in ("before", "until", "till"):
        return World("o", Status.CONDITIONAL, mark)
    return outer


def _given_purpose(token: Token, head: Token, outer: World) -> World:
    """An infinitive of purpose is open, unless the verb above it implies it ("went on to accuse")."""
    chosen = selection(head, "clause", token)
    if chosen is not None and chosen.positive == "+":
        return _selected(outer, chosen, head.text)
    return _opened(outer, Status.PROPOSED, "to")


def is_inverted_condition(verb: Token) -> bool:
    """``Should it rain``, ``Had he come``, ``Were she to win``: an auxiliary before the subject opens the clause."""
    first = next(iter(verb.children), None)
    if first is None or first.dep_ not in ("aux", "auxpass") or first.lower_ not in ("should", "had", "were"):
        return False
    return any(c.dep_.startswith("nsubj") and first.i < c.i < verb.i for c in verb.children)


def _given_noun(token: Token, depth: int) -> World:
    head, preposition = governor(token)
    if token.dep_ in ("poss", "npadvmod"):
        return REAL
    if token.dep_ in ("compound", "nmod", "amod", "nummod"):
        return _given(head, depth + 1)
    if token.dep_ in ("nsubj", "nsubjpass", "csubj"):
        return _given_subject(token, head, depth)
    if preposition is not None:
        return _given_after(token, head, preposition, depth)
    return _given_object(token, head, depth)


def _given_object(token: Token, head: Token, depth: int) -> World:
    if token.dep_ in ("attr", "oprd", "acomp"):
        return _borne(token, head, depth)
    chosen = selection(head, "noun")
    if chosen is not None:
        return _selected(world_of(head, depth + 1), chosen, _phrase(head))
    return _borne(token, head, depth)


def _phrase(verb: Token) -> str:
    return particle_lemma(verb).replace(verb.lemma_.lower(), verb.text, 1).replace("_", " ")


def _given_subject(token: Token, verb: Token, depth: int) -> World:
    """An event noun as subject: the verb, or a verb coordinated with it, may call the event off or put it off."""
    for predicate in [verb, *_coordinated(verb)]:
        chosen = selection(predicate, "subject")
        if chosen is not None and _hits_subject(predicate):
            return _selected(world_of(predicate, depth + 1), chosen, _phrase(predicate))
    if token.dep_ == "nsubjpass":
        chosen = selection(verb, "noun")
        if chosen is not None:
            return _planned_once(verb, _selected(world_of(verb, depth + 1), chosen, _phrase(verb)))
    predicative = next((c for c in verb.children if c.dep_ in ("acomp", "oprd") and c.pos_ == "ADJ"), None)
    chosen = None if predicative is None else selection(predicative, "noun")
    if chosen is not None and predicative is not None:
        return _selected(world_of(verb, depth + 1), chosen, predicative.text)
    return _borne(token, raised(verb), depth)


def _planned_once(verb: Token, world: World) -> World:
    """A plan told as past ("had been set for the 14th") was overtaken, or nobody would look back on it."""
    is_past_plan = world.status is Status.PLANNED and tense(verb) is Tense.PLUPERFECT and verb.head.i == verb.i
    return World("-", Status.POSTPONED, world.cue) if is_past_plan else world


def raised(verb: Token) -> Token:
    """The verb that really speaks of the subject: "is to come", "seems to have begun", "is said to be going on"."""
    lower = next((c for c in verb.children if c.dep_ == "xcomp" and is_infinitive(c)), None)
    if lower is None or (verb.lemma_.lower() not in _RAISING and not children(verb, "auxpass")):
        return verb
    return raised(lower)


def _hits_subject(predicate: Token) -> bool:
    """Passive, or a verb without object: what it does, it does to its subject."""
    if children(predicate, "auxpass"):
        return True
    return not children(predicate, "dobj", "ccomp", "xcomp", "prep")


def _coordinated(verb: Token) -> list[Token]:
    found = [c for c in verb.children if c.dep_ == "conj" and not any(g.dep_.startswith("nsubj") for g in c.children)]
    return found + [g for c in found for g in _coordinated(c)]


def _given_after(token: Token, head: Token, preposition: Token, depth: int) -> World:
    """An event noun after a preposition."""
    word = preposition.lower_
    if word == "without":
        return World("-", Status.NEGATED, preposition.text)
    if word == "of" and head.lemma_.lower() in _PARTITIVES:
        return world_of(head, depth + 1)
    chosen = selection(head, "noun") if head.pos_ in _NOMINAL or word in ("for", "on", "against", "to", "of") else None
    if chosen is not None:
        return _selected(world_of(head, depth + 1), chosen, head.text)
    if word in _PLACES:
        outer = world_of(clause_verb(head), depth + 1)
        if outer.sign == "o" and outer.is_future:
            return outer
    return _borne(token, head, depth) if head.pos_ == "AUX" else REAL


def _borne(token: Token, verb: Token, depth: int) -> World:
    """An event noun shares the world of a verb that says that it takes place, or of any verb if it is indefinite."""
    outer = world_of(verb, depth + 1)
    if outer.sign == "+" or particle_lemma(verb).split("_")[0] in words("bearers") or not _is_definite(token):
        return outer
    return REAL


def _is_definite(noun: Token) -> bool:
    return any(
        c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those"))
        for c in noun.children
    ) or noun.pos_ in ("PROPN", "PRON")


# ---------------------------------------------------------------------------------------------------- the words beside


def _own_noun(noun: Token, world: World) -> World:
    for child in noun.children:
        word = child.lower_
        if child.dep_ in ("det", "neg") and word in ("no", "neither"):
            return _negated(world, child.text)
        if child.dep_ == "det" and word == "any":
            return _opened(world, Status.PROPOSED, child.text)
        status = words("modifiers").get(word) if child.dep_ in ("amod", "compound", "nmod", "advmod") else None
        if status is not None:
            return _modified(world, status, child.text)
    return _set_for(noun, world)


def _modified(world: World, status: Status, cue: str) -> World:
    if status is Status.ONGOING:
        return replace(world, status=status, cue=cue) if world.sign == "+" else world
    if status in _OPEN_STATUS:
        return _opened(world, status, cue)
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


def _own_verb(verb: Token, world: World) -> World:
    negation = negation_of(verb)
    world = _hedged(verb, _modal(verb, world, is_negated=negation is not None))
    return world if negation is None else _negated(world, negation.text)


def negation_of(verb: Token) -> Token | None:
    """The word that negates the clause of ``verb``: not, never, nobody, no ... ; None when it is positive."""
    for child in verb.children:
        if child.dep_ == "neg" or (
            child.dep_ in ("advmod", "preconj") and child.lower_ in ("never", "hardly", "nowhere")
        ):
            return child
        if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and child.i < verb.i + 4:
            inner = [child, *[g for g in child.children if g.dep_ in ("det", "neg")]]
            hit = next((t for t in inner if t.lower_ in ("no", "neither") or t.lower_ in _NEGATIVE_SUBJECTS), None)
            if hit is not None and (
                child.dep_ in ("nsubj", "nsubjpass") or hit.lower_ in ("nobody", "nothing", "none")
            ):
                return hit
    return None


def _hedged(verb: Token, world: World) -> World:
    for child in children(verb, "advmod"):
        status = words("hedges").get(child.lower_)
        if status is not None:
            world = _opened(world, status, child.text)
    return world


def _modal(verb: Token, world: World, *, is_negated: bool) -> World:
    form = tense(verb)
    modal = next((a for a in auxiliaries(verb) if a.tag_ == "MD"), None)
    if modal is None:
        if form is Tense.INFINITIVE and verb.head.i == verb.i and is_infinitive(verb):  # headlines: "X to visit Y"
            return replace(_opened(world, Status.PLANNED, "to"), is_future=True)
        return world
    if is_inverted_condition(verb):
        return _opened(world, Status.CONDITIONAL, modal.text)
    if form is Tense.MODAL_PERFECT:
        return _unreal(modal, world)
    if is_negated and modal.lemma_.lower() == "would" and verb.head.i == verb.i and not _has_condition(verb):
        return world  # "he would not answer": he refused
    status = _status_of_modal(verb, modal, form)
    return replace(_opened(world, status, modal.text), is_future=True)


def _unreal(modal: Token, world: World) -> World:
    if modal.lemma_.lower() in _COUNTERFACTUAL and world.sign == "+":
        return World("-", Status.NEGATED, f"{modal.text} have")
    return _opened(world, Status.RUMORED, modal.text)


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
            if marks & _FINITE_MARKS_OPEN or is_inverted_condition(child):
                return True
        if child.dep_ == "prep" and child.lower_ == "in" and any(g.lemma_ in _CASES for g in child.children):
            return True
        if child.dep_ == "advmod" and child.lower_ == "otherwise":
            return True
    return False
