"""What the reading of a trigger's status rests on, as named features for a learnt calibration; no words of the text.

Names are grammatical categories, closed-class words (modals, conjunctions, prepositions) and entries of the lexicons.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.event_mentions.status_lexicon import entries_of, selection, words
from extractors.event_mentions.status_words import negation_of
from extractors.event_mentions.status_worlds import given_world, world_of
from extractors.event_mentions.syntax import ancestors, auxiliaries, children, clause_verb, governor, is_verbal, tense

_LEVELS = 3
_HEIGHT = 7
_CLAUSES = frozenset({"advcl", "ccomp", "acl", "relcl", "xcomp", "pcomp", "parataxis", "csubj"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def status_features(root: Token) -> list[str]:
    """The names of the features that hold for the trigger with this root token, each once, sorted."""
    found = {*_of_trigger(root), *_of_clause(root), *_of_governors(root), *_of_ways_up(root), *_of_sentence(root)}
    return sorted(found)


def _of_trigger(root: Token) -> Iterator[str]:
    world, given = world_of(root), given_world(root)
    form, part = tense(clause_verb(root)), root.pos_
    yield f"status={world.status}"
    yield f"sign={world.sign}"
    yield f"given={given.sign}{given.status}"
    yield from (f"tense={form}", f"part={part}", f"tag={root.tag_}", f"label={root.dep_}")
    yield from (f"tense,label={form},{root.dep_}", f"status,part={world.status},{part}")
    yield from (f"self={name}" for name in entries_of(root))
    yield f"stative={root.lemma_.lower() in words('statives')},{form}"
    yield f"determiner={_determiner(root)},{part}"
    for child in children(root, "amod", "advmod", "compound"):
        status = words("modifiers").get(child.lower_) or words("hedges").get(child.lower_)
        if status is not None:
            yield f"beside={status}"


def _determiner(root: Token) -> str:
    if children(root, "poss"):
        return "possessive"
    return next((c.lower_ for c in children(root, "det")), "none")


def _of_clause(root: Token) -> Iterator[str]:
    verb = clause_verb(root)
    own = verb.i == root.i
    yield f"clause={verb.dep_},{own}"
    for modal in _modals(verb):
        yield from (f"modal={modal}", f"modal,part={modal},{root.pos_}")
    if negation_of(verb) is not None:
        yield from ("negated", f"negated,own={own}")
    if not own:
        yield from (f"clause verb={name}" for name in entries_of(verb))


def _modals(verb: Token) -> list[str]:
    return [a.lemma_.lower() for a in auxiliaries(verb) if a.tag_ == "MD"]


def _of_governors(root: Token) -> Iterator[str]:
    token = root
    for level in range(_LEVELS):
        above, preposition = governor(token)
        if above.i == token.i:
            return
        chosen = selection(above, "noun" if token.pos_ in _NOMINAL else "clause", token)
        name, form, world = chosen.name if chosen else "none", tense(clause_verb(above)), world_of(above)
        yield from (f"{level} selects={name}", f"{level} selects,label={name},{token.dep_}")
        yield from (f"{level} part={above.pos_},{token.dep_}", f"{level} tense={form}")
        yield f"{level} world={world.sign}{world.status}"
        if preposition is not None:
            yield f"{level} preposition={preposition.lower_}"
        if chosen is not None:
            yield f"selects,tense={chosen.name},{form}"
        if negation_of(clause_verb(above)) is not None:
            yield f"{level} negated"
        token = above


def _of_ways_up(root: Token) -> Iterator[str]:
    verb = clause_verb(root)
    for height, token in enumerate([root, *ancestors(root)]):
        if height >= _HEIGHT:
            return
        if token.dep_ in _CLAUSES:
            mark = next((c.lower_ for c in token.children if c.dep_ == "mark" or c.tag_ == "WRB"), "")
            yield from (f"up={token.dep_}", f"up,mark={token.dep_},{mark}")
        if is_verbal(token):
            above = token.i != verb.i
            yield f"up tense={tense(token)}"
            yield from (f"up modal={modal},{above}" for modal in _modals(token))
            if negation_of(token) is not None:
                yield f"up negated={above}"


def _of_sentence(root: Token) -> Iterator[str]:
    sentence = root.sent
    if any(token.text == "?" for token in sentence[-3:]):
        yield "question"
    if any(token.lower_ == "if" for token in sentence):
        yield "holds if"
    quotes = sum(1 for token in root.doc[sentence.start : root.i] if token.is_quote)
    if quotes % 2:
        yield "quoted"
