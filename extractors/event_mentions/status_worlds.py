"""In which world an event takes place: the real one, one that was ruled out, or one that is still open.

Worlds are read from the top of the sentence down: each predicate lives in the world that its governor gives it,
turned by its own negation, modals and hedges (the compositional reading of implicatives of TruthTeller, Lotan et al.
2013, over a dependency parse).
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from extractors.event_mentions.status_lexicon import Selection, selection, words
from extractors.event_mentions.status_words import (
    CONDITIONS,
    REAL,
    World,
    beside_noun,
    beside_verb,
    is_inverted_condition,
    negated,
    opened,
)
from extractors.event_mentions.syntax import (
    Tense,
    children,
    clause_verb,
    governor,
    is_infinitive,
    particle_lemma,
    tense,
)
from schemas.enumerations import Status

_DEPTH = 12
#: After one of these an event stands beside what a noun is about ("pressure over the theft").
_BESIDE = frozenset({"over", "after", "before", "during", "since", "in", "at", "by", "with", "from"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_MANNERS = frozenset({"how", "why", "where"})
_ORDER_MARKS = frozenset({"before", "until", "till", "when", "once", "after", "whenever", "as"})
#: An event noun after one of these is as open as its clause; after the second kind only when it is indefinite.
_PLACES, _LOOSE_PLACES = frozenset({"at", "in", "during", "to"}), frozenset({"on", "with", "for", "after", "before"})
#: A clause after one of these is no complement of the verb above it.
_TIMES = frozenset({"after", "before", "since", "while", "when", "by", "despite", "upon", "with"})
_RAISING = frozenset({"be", "go", "seem", "appear", "have", "need", "begin", "start", "continue", "tend", "happen"})
_PARTITIVES = frozenset({"round", "series", "wave", "set", "string", "number", "kind", "type", "form", "pair", "spate"})


def world_of(token: Token, depth: int = 0) -> World:
    """The world of the act that ``token`` (a verb, an event noun, an adjective) names."""
    given = _given(token, depth)
    return beside_noun(token, given) if token.pos_ in _NOMINAL else beside_verb(token, given)


def given_world(token: Token) -> World:
    """The world that the governor of ``token`` puts it into, before its own words turn it."""
    return _given(token, 0)


def _selected(world: World, chosen: Selection, cue: str) -> World:
    """The world of the complement of a predicate that lives in ``world``."""
    if chosen.positive == chosen.negative == "+":
        return REAL
    if chosen.positive == chosen.negative == "-":
        return World("-", Status.NEGATED, cue)
    if world.sign == "o":
        return world if chosen.positive != "o" else opened(world, chosen.status, cue)
    sign = chosen.positive if world.sign == "+" else chosen.negative
    return _by_sign(sign, world, chosen, cue)


def _by_sign(sign: str, world: World, chosen: Selection, cue: str) -> World:
    if world.status is Status.DENIED and chosen.status is Status.RUMORED:
        return World("-", Status.DENIED, world.cue)  # "denied reports that"
    if sign == "+":
        return World("+", Status.OCCURRED, world.cue if world.sign == "-" else None)
    if sign == "-":
        return World("-", chosen.status if chosen.positive == "-" else Status.NEGATED, cue)
    return World("o", _status_left_open(chosen), cue)


def _status_left_open(chosen: Selection) -> Status:
    if chosen.positive == "-":  # not canceled, not put off: it still stands
        return Status.RUMORED if chosen.status is Status.DENIED else Status.PLANNED
    return chosen.status


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
    return opened(world, Status.PROPOSED, "?") if last.text == "?" else world


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
    if outer.sign == "-" and tense(token) is Tense.PAST and any(c.lower_ in _MANNERS for c in token.children):
        return REAL  # "nothing tells how she died": that she died is taken for granted
    is_time = preposition is not None and preposition.lower_ in _TIMES
    chosen = None if is_time else _selection_of_clause(head, token)
    if chosen is not None and not (chosen.status is Status.PLANNED and tense(token) is Tense.PAST):
        return _selected(outer, chosen, head.text)
    if preposition is not None:
        return negated(outer, preposition.text) if preposition.lower_ == "without" else REAL
    return opened(outer, Status.PROPOSED, head.text) if is_infinitive(token) else outer


def _selection_of_clause(head: Token, clause: Token) -> Selection | None:
    """What the governor says of the clause; a clause after "talk went round" belongs to the noun "talk"."""
    chosen = selection(head, "clause", clause)
    adjective = next(iter(children(head, "acomp")), None)
    if chosen is None and adjective is not None and clause.i > adjective.i:
        chosen = selection(adjective, "clause", clause)  # "it is unlikely that"
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
    return replace(opened(outer, Status.PLANNED, f"{head.text} to"), is_future=True)


def _given_adverbial(token: Token, head: Token, depth: int) -> World:
    mark = next((c.lower_ for c in token.children if c.dep_ in ("mark", "advmod") and c.i < token.i), "")
    if mark in CONDITIONS or is_inverted_condition(token):
        return World("o", Status.CONDITIONAL, mark or "should")
    outer = world_of(head, depth + 1)
    if is_infinitive(token):
        return _given_purpose(token, head, outer)
    if mark == "that":
        chosen = _selection_of_clause(head, token)
        return outer if chosen is None else _selected(outer, chosen, head.text)
    is_past = mark in _ORDER_MARKS and tense(token) in (Tense.PAST, Tense.PLUPERFECT)
    if is_past or outer.sign != "o" or not (mark in _ORDER_MARKS or (token.tag_ in ("VBG", "VBN") and not mark)):
        return REAL
    return _proposed_around(outer, mark) if outer.status is Status.PROPOSED else outer


def _proposed_around(outer: World, mark: str) -> World:
    """A clause beside a proposal: "may resign before it is voted on", "may discuss it when they meet on Tuesday"."""
    if mark in ("before", "until", "till"):
        return World("o", Status.CONDITIONAL, mark)
    return World("o", Status.PLANNED, mark, is_future=True) if mark == "when" else outer


def _given_purpose(token: Token, head: Token, outer: World) -> World:
    """An infinitive of purpose is open, unless the verb above it implies it ("went on to accuse")."""
    chosen = selection(head, "clause", token)
    if chosen is not None and chosen.positive == "+":
        return _selected(outer, chosen, head.text)
    return opened(outer, Status.PROPOSED, "to")


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
    is_certain = any(child.lower_ in ("the", "this", "that") or child.dep_ == "poss" for child in token.children)
    chosen = selection(head, "noun", None if is_certain else token)  # "called a strike", "called the strike unlawful"
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
        chosen = selection(verb, "noun", token)
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
    has_particle = "_" in particle_lemma(predicate)  # "fell through after a storm"
    return not children(predicate, "dobj", "ccomp", "xcomp", *(() if has_particle else ("prep",)))


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
    selects = word not in _BESIDE if head.pos_ in _NOMINAL else word in ("for", "on", "against", "to", "of")
    chosen = selection(head, "noun") if selects else None
    if chosen is not None:
        return _selected(world_of(head, depth + 1), chosen, head.text)
    if word in _PLACES or (word in _LOOSE_PLACES and not _is_definite(token)):
        outer = world_of(clause_verb(head), depth + 1)
        if outer.sign == "o" and outer.is_future:
            return outer
    return _borne(token, head, depth) if head.pos_ == "AUX" else REAL


def _borne(token: Token, verb: Token, depth: int) -> World:
    """An event noun shares the world of a verb that says that it takes place, or of any verb if it is indefinite."""
    if (
        token.dep_ == "nsubj"
        and verb.lemma_.lower() == "be"
        and _is_definite(token)
        and children(verb, "acomp", "attr")
    ):
        return REAL  # "the attacks are not new"
    outer = world_of(verb, depth + 1)
    if outer.sign == "+" or particle_lemma(verb).split("_")[0] in words("bearers") or not _is_definite(token):
        return outer
    return REAL


def _is_definite(noun: Token) -> bool:
    return any(
        c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those"))
        for c in noun.children
    ) or noun.pos_ in ("PROPN", "PRON")
