"""Who did it to whom: the arguments of a verb or of a noun that tells an act."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.event_mentions.lexicon import word_list

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_RELATIVES = frozenset({"who", "which", "that", "whom", "whose"})
_SHARED = frozenset({"conj", "xcomp"})
#: What follows these tells or causes, and takes no part: "according to the ministry", "due to the storm".
_NO_PREPOSITIONS = frozenset({"according", "due", "thanks", "owing", "because"})


#: What such a preposition opens has the subject of the clause.
_TEMPORAL = frozenset({"after", "before", "since", "by", "without", "while"})


def conjuncts(token: Token) -> list[Token]:
    """``token`` and the words coordinated with it.

    In "the club and Harbour Rail" the parser often hangs "club" on "Rail" as a modifier; it is read as coordinated.
    """
    found = [token]
    for child in token.children:
        is_misread = child.dep_ == "nmod" and any(below.dep_ == "cc" for below in child.children)
        if is_misread:
            found.insert(0, child)
        elif child.dep_ == "conj":
            found += conjuncts(child)
    return found


def subjects(verb: Token) -> list[Token]:
    """The nouns that are the surface subject of ``verb``: its own, or that of the clause it shares one with.

    The antecedent stands in for a relative pronoun, the noun for a participle that modifies it.
    """
    own = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if own:
        return [noun for child in own for noun in conjuncts(_antecedent(child, verb))]
    speaker = _speaker_before(verb)
    return _borrowed(verb) if speaker is None else [speaker]


def _borrowed(verb: Token) -> list[Token]:
    """The subject of a verb without one of its own: what it describes, or the subject of the verb above it."""
    if verb.tag_ == "VB" and verb.dep_ in ("acl", "relcl") and verb.head.dep_ == "attr":
        return subjects(verb.head.head)  # "she became the first to win it"
    if verb.dep_ in ("acl", "relcl"):
        return conjuncts(verb.head) if verb.tag_ in ("VBG", "VBN", "VB") else []
    if verb.dep_ in _SHARED and verb.head.i != verb.i and verb.head.pos_ in ("VERB", "AUX", "ADJ"):
        controller = _controller(verb)
        return controller if controller is not None else subjects(verb.head)
    if verb.dep_ in ("acomp", "oprd"):
        return subjects(verb.head)
    if verb.dep_ in ("advcl", "pcomp", "prep") or verb.dep_ == "xcomp":
        head = verb.head.head if verb.dep_ == "pcomp" else verb.head
        if verb.dep_ == "pcomp" and verb.head.lower_ in _TEMPORAL and head.dep_ == "pobj":
            head = head.head.head  # "for the first time after beating the holders"
        return subjects(head) if head.pos_ in ("VERB", "AUX") and head.i != verb.i else []
    return []


def _speaker_before(verb: Token) -> Token | None:
    """The name right before a verb of speech that was left without a subject: "..., its head, Ute Bahr, said"."""
    if verb.tag_ not in ("VBD", "VBN") or verb.lemma_.lower() not in word_list("occasions_of_speech"):
        return None
    at = verb.i - 2 if verb.i > 1 and verb.nbor(-1).text == "," else verb.i - 1
    is_fronted = verb.dep_ in ("advcl", "acl", "dep", "conj") and at > verb.sent.start + 1
    word = verb.doc[at]
    is_name = is_fronted and word.pos_ == "PROPN" and word.dep_ in ("appos", "pobj", "conj", "npadvmod", "dobj")
    return word if is_name and any(each.text == "," for each in verb.doc[verb.sent.start : at]) else None


def _controller(verb: Token) -> list[Token] | None:
    """The object that acts in an infinitive: "told the crew to leave"."""
    if verb.dep_ != "xcomp":
        return None
    for child in verb.head.children:
        if child.dep_ in ("dobj", "dative") and child.i < verb.i:
            return conjuncts(child)
    return None


def _antecedent(child: Token, verb: Token) -> Token:
    if child.lower_ in _RELATIVES and verb.dep_ == "relcl":
        return verb.head
    return child


def is_passive(verb: Token) -> bool:
    """``verb`` is in the passive voice, or a past participle after a noun."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and not any(child.dep_ == "aux" for child in verb.children):
        return is_passive(verb.head) and not any(child.dep_ == "dobj" for child in verb.children)
    return verb.tag_ == "VBN" and verb.dep_ == "acl"


def objects(verb: Token) -> list[Token]:
    """The direct objects of ``verb``, or its subjects when it is passive."""
    if is_passive(verb):
        return subjects(verb)
    found = [noun for child in verb.children if child.dep_ in ("dobj", "dative") for noun in conjuncts(child)]
    if verb.dep_ == "relcl":
        found += [
            conjuncts(verb.head)[0] for child in verb.children if child.dep_ == "dobj" and child.lower_ in _RELATIVES
        ]
        found = [noun for noun in found if noun.lower_ not in _RELATIVES]
        if not found and any(child.dep_ == "nsubj" and child.lower_ not in _RELATIVES for child in verb.children):
            found = [verb.head]
    return found


def actors(verb: Token) -> list[Token]:
    """Those who act in ``verb``: its subjects, or the agent when it is passive."""
    if not is_passive(verb):
        return subjects(verb)
    return [noun for noun, preposition in obliques(verb) if preposition == "by"]


def obliques(token: Token) -> Iterator[tuple[Token, str]]:
    """Nouns that hang on ``token`` by a preposition, each with that preposition in lower case."""
    for child in token.children:
        if child.lower_ in _NO_PREPOSITIONS:
            continue
        if child.dep_ in ("prep", "agent") or (child.dep_ == "dative" and child.pos_ == "ADP"):
            yield from _below(child, child.lower_)


def _below(preposition: Token, name: str) -> Iterator[tuple[Token, str]]:
    for child in preposition.children:
        if child.dep_ == "pobj":
            for noun in conjuncts(child):
                yield noun, name
        elif child.dep_ in ("prep", "pcomp", "conj") and child.pos_ == "ADP":
            yield from _below(child, child.lower_)


def possessors(noun: Token) -> list[Token]:
    """The nouns and pronouns that own ``noun``: "its bid", "Russia's invasion"."""
    return [owner for child in noun.children if child.dep_ == "poss" for owner in conjuncts(child)]


def particles(verb: Token) -> list[Token]:
    """Particles, adverbs and prepositions that hang on ``verb``."""
    return [
        child for child in verb.children if child.dep_ in ("prt", "advmod", "prep", "dobj", "acomp", "oprd", "agent")
    ]
