"""What carries an event noun in its clause: the verbs that hold, begin, move or call it off, and what the event did."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.event_mentions.arguments import objects, subjects
from extractors.event_mentions.candidates import Candidate, measure_of
from extractors.event_mentions.lexicon import noun_senses, word_list
from extractors.event_mentions.names import title_words
from extractors.event_mentions.senses import verb_sense
from extractors.event_mentions.status_lexicon import selection
from extractors.event_mentions.syntax import CERTAIN, children, tense
from schemas.enumerations import EventType, Status

_RELATIVES = frozenset({"that", "which"})
_SPOKEN = frozenset({EventType.STATEMENT, EventType.CONSULT})
#: A meeting and the body that meets.
_BODIES = frozenset({"assembly", "congress", "caucus", "convention", "forum"})
#: Verbs under which one is in a state: "has been under house arrest", "went on strike".
_BEING = frozenset({"be", "remain", "stay", "go", "place", "put"})
_STATES_OF_BEING = frozenset(
    {"arrest", "strike", "trial", "siege", "attack", "fire", "curfew", "lockdown", "quarantine"}
)


def top(noun: Candidate) -> Token:
    """The word that stands in the clause for the noun: the minute of a minute of silence, the name of a storm."""
    token = noun.head
    if is_named_storm(token):
        return token.head
    root = noun.span.root
    return root if root.pos_ == "NOUN" else token


def is_named_storm(noun: Token) -> bool:
    """A storm that is called by name: "Storm Odran hit the coast"."""
    if noun.dep_ != "compound" or noun.head.i != noun.i + 1 or noun.lower_ not in title_words("storms"):
        return False
    verb = noun.head.head
    deed = verb_sense(verb)
    tells_itself = deed is not None and not deed[0].subjects  # "Storm Odran made landfall"
    return noun.head.dep_ == "nsubj" and tense(verb) in CERTAIN and not tells_itself


def carriers(noun: Token) -> list[Token]:
    """Verbs that only hold, begin, end or move what ``noun`` names."""
    if noun.dep_ == "appos" and noun.head.pos_ in ("NOUN", "PROPN"):
        return [verb for verb in (noun.head.head,) if verb.pos_ in ("VERB", "AUX") and _carries(verb, noun)]
    above = [noun.head] if noun.head.pos_ in ("VERB", "AUX", "ADJ") else []
    above += [
        a.head
        for a in (noun.head,)
        if a.dep_ in ("prep", "agent") and a.head.pos_ == "VERB" and a.lower_ in ("with", "in")
    ]
    first = noun
    while first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN"):
        first = first.head
    if first is not noun and first.head.pos_ in ("VERB", "AUX"):
        above.append(first.head)
    if (measure := measure_of(noun)) is not None:
        above += carriers(measure)
    if noun.dep_ == "pobj" and noun.head.lower_ in ("under", "on") and noun.head.head.lemma_.lower() in _BEING:
        return [noun.head.head] if noun.lemma_.lower() in _STATES_OF_BEING else []
    below = [child for child in _described(noun) if child.dep_ in ("acl", "relcl")]
    below += _set_apart(noun)
    chained = [v for verb in above for v in verb.children if v.dep_ in ("xcomp", "acomp") and v.pos_ in ("VERB", "ADJ")]
    return [verb for verb in (*above, *below, *chained) if _carries(verb, noun)]


def _set_apart(noun: Token) -> Iterator[Token]:
    """Plans between commas, hung on a noun below: "a hearing on the villa, scheduled for Monday, was held"."""
    if noun.dep_ not in ("nsubj", "nsubjpass"):
        return
    for below in noun.subtree:
        if below.dep_ == "acl" and below.head.i != noun.i and below.i > 0 and below.nbor(-1).text == ",":
            chosen = selection(below, "noun")
            if chosen is not None and chosen.status is Status.PLANNED:
                yield below


def _described(noun: Token) -> Iterator[Token]:
    """What describes ``noun``, also behind its partner: "an interview with the paper published on Monday"."""
    yield from noun.children
    for link in noun.children:
        if link.dep_ == "prep" and link.lower_ in ("with", "to", "for"):
            yield from (below for partner in link.children for below in partner.children if _brings_out(below))


def _brings_out(verb: Token) -> bool:
    return verb.dep_ in ("acl", "relcl") and verb.lemma_.lower() in word_list("publication")


def _carries(verb: Token, noun: Token) -> bool:
    lemma = verb.lemma_.lower()
    if verb.dep_ == "acl" and verb in noun.subtree and verb.head.i != noun.i and verb.nbor(-1).text == ",":
        return True
    if _brings_out(verb):
        return any(sense.event_type in _SPOKEN for sense in noun_senses().get(noun.lemma_.lower(), ()))
    if lemma not in word_list("phase") and lemma not in word_list("light"):
        return False
    if verb in noun.children:
        return verb.tag_ == "VBN" or verb.dep_ == "relcl"
    arguments = {token.i for token in (*subjects(verb), *objects(verb))}
    if noun.dep_ == "nsubj" and noun.lemma_.lower() in _BODIES and children(verb, "dobj"):
        return False  # "the assembly will take it up": a body acts, no meeting of it is told
    if noun.dep_ == "appos":
        noun = noun.head
    heads = {noun.i} | {noun.head.head.i for _ in (0,) if noun.dep_ == "pobj" and noun.head.lower_ == "of"}
    return bool(arguments & heads)


def deeds(noun: Token) -> Iterator[Token]:
    """The verbs of which ``noun`` is the subject, also through a relative clause."""
    if noun.dep_ == "nsubj":
        yield noun.head
    for clause in noun.children:
        if clause.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.lower_ in _RELATIVES for c in clause.children):
            yield clause
