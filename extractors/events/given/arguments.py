"""Who and what stands around a trigger, by grammatical role, as stems."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from extractors.events.lexemes import fold, stem

#: Parts of speech that carry content.
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_VERBAL = frozenset({"VERB", "AUX", "ADJ"})
_MODIFIERS = frozenset({"compound", "amod", "nummod", "poss", "appos", "nmod"})
_OBJECTS = frozenset({"nsubjpass", "dobj", "oprd", "attr", "dative"})
_DEPENDENT_CLAUSES = frozenset({"xcomp", "conj", "relcl", "acl", "advcl", "ccomp"})


@dataclass(frozen=True, slots=True)
class Arguments:
    """Stems of what acts, what is acted on, and what stands beside (places, times, topics)."""

    agents: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        """Stems in any role."""
        return self.agents | self.objects | self.others


@dataclass(slots=True)
class _Collector:
    inside: Collection[int]
    agents: set[str] = field(default_factory=set)
    objects: set[str] = field(default_factory=set)
    others: set[str] = field(default_factory=set)

    def frozen(self, own: Iterable[str]) -> Arguments:
        """What was gathered, without the event's ``own`` words."""
        drop = frozenset(own)
        return Arguments(frozenset(self.agents) - drop, frozenset(self.objects) - drop, frozenset(self.others) - drop)


def content_stem(token: Token) -> str:
    """The stem of a token's lemma."""
    return stem(fold(token.lemma_))


def arguments_of(head: Token, inside: Collection[int]) -> Arguments:
    """The arguments of the trigger whose top token is ``head``; ``inside`` are the numbers of all its tokens."""
    found = _Collector(inside)
    if head.pos_ in _VERBAL:
        _of_verb(head, found)
        if not found.agents and not found.objects:
            _borrow(head, found)
        if head.dep_ == "amod":
            found.objects |= _phrase(head.head)
    else:
        _of_noun(head, found)
        _from_governor(head, found)
    return found.frozen(content_stem(head.doc[number]) for number in inside)


def _phrase(token: Token) -> set[str]:
    """The content stems of a noun phrase: its head, its modifiers, and what its prepositions govern."""
    found = {content_stem(token)} if token.pos_ in CONTENT else set()
    for child in token.children:
        if child.dep_ in _MODIFIERS and child.pos_ in CONTENT:
            found.add(content_stem(child))
            found.update(content_stem(deeper) for deeper in child.children if deeper.dep_ == "compound")
        elif child.dep_ == "prep":
            found.update(content_stem(deep) for deep in child.children if deep.dep_ == "pobj" and deep.pos_ in CONTENT)
    return found


def _under(token: Token) -> set[str]:
    return {one for child in token.children for one in _phrase(child)}


def _of_verb(verb: Token, found: _Collector) -> None:
    for child in verb.children:
        if child.i in found.inside:
            if child.pos_ in {"NOUN", "PROPN"}:
                found.others.update(one for deep in child.children if deep.dep_ == "prep" for one in _under(deep))
        elif child.dep_ == "nsubj":
            found.agents |= _phrase(child)
        elif child.dep_ in _OBJECTS:
            found.objects |= _phrase(child)
        elif child.dep_ == "agent":
            found.agents |= _under(child)
        elif child.dep_ == "prep":
            found.others |= _under(child)
        elif child.dep_ in {"npadvmod", "advmod"}:
            found.others |= _phrase(child)


def _borrow(verb: Token, found: _Collector) -> None:
    """A verb without arguments of its own takes those of the clause or noun it hangs on."""
    governor = verb.head
    if verb.dep_ not in _DEPENDENT_CLAUSES:
        return
    if governor.pos_ in {"NOUN", "PROPN"}:
        (found.objects if verb.tag_ == "VBN" else found.agents).update(_phrase(governor))
        return
    for child in governor.children:
        if child.dep_ in {"nsubj", "nsubjpass"}:
            found.agents |= _phrase(child)


def _of_noun(noun: Token, found: _Collector) -> None:
    by_preposition = {"by": found.agents, "of": found.objects}
    for child in noun.children:
        if child.i in found.inside:
            continue
        if child.dep_ in {"compound", "amod", "poss", "nmod"}:
            found.others |= _phrase(child)
        elif child.dep_ == "prep":
            by_preposition.get(child.lower_, found.others).update(_under(child))
        elif child.dep_ in {"acl", "relcl"}:
            found.others.update(one for deep in child.children if deep.dep_ == "prep" for one in _under(deep))


def _from_governor(noun: Token, found: _Collector) -> None:
    """A noun shares the subject of the verb it is an object of."""
    governor = noun.head
    if governor.pos_ == "VERB" and governor.i != noun.i:
        for child in governor.children:
            if child.i != noun.i and child.dep_ in {"nsubj", "nsubjpass"}:
                found.agents |= _phrase(child)
            elif child.i != noun.i and child.dep_ == "prep":
                found.others |= _under(child)
    elif noun.dep_ == "pobj" and governor.head.pos_ == "VERB":
        for child in governor.head.children:
            if child.dep_ in {"nsubj", "nsubjpass", "dobj"}:
                found.agents |= _phrase(child)
