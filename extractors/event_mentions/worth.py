"""Which candidates a chronology would list: acts that are told, not the contents of wishes, habits or echoes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.event_mentions.arguments import conjuncts, objects, obliques, subjects
from extractors.event_mentions.candidates import Candidate
from extractors.event_mentions.lexicon import word_list
from extractors.event_mentions.syntax import Tense, is_infinitive, tense
from extractors.event_mentions.times import Times
from schemas.enumerations import EventType

_CLAUSES = frozenset(
    {"ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis", "dep", "acl", "pcomp", "xcomp", "acomp", "csubj"}
)
_VAGUE_SUBJECTS = frozenset({"i", "you", "we", "one", "someone", "anyone", "everyone", "people"})
_DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "its", "his", "her", "their", "another", "these", "no", "each"}
)
_TELLING_COMPLEMENTS = frozenset({"with", "between", "by", "against", "on", "in", "at"})
_PUNCTUAL_LINKS = frozenset({"after", "before", "since", "by", "following", "upon"})
_SUFFERED = frozenset({EventType.DEATH, EventType.ACCIDENT, EventType.ASSAULT, EventType.PROTEST, EventType.ELECTION})


@dataclass(frozen=True, slots=True)
class _Nouns:
    """The nouns among the candidates, with the verbs that carry each: "hold talks", "the hearing was put off"."""

    by_token: dict[int, Candidate]
    carriers: dict[int, list[Token]]


def choose(candidates: Sequence[Candidate], times: Times) -> list[Candidate]:
    """The candidates that tell an event, in the order of the text."""
    verbs = {c.head.i: c for c in candidates if c.is_verb}
    nouns = _Nouns({c.head.i: c for c in candidates if not c.is_verb}, {})
    for noun in nouns.by_token.values():
        nouns.carriers[noun.head.i] = [
            verb for verb in _carriers(noun.head) if not _is_framed_act(verbs.get(verb.i), noun.head)
        ]
    telling = {i: noun for i, noun in nouns.by_token.items() if _noun_tells(noun, nouns.carriers[i], times)}
    covered = {verb.i for i in telling for verb in nouns.carriers[i]}
    covered |= {i for noun in telling.values() for i in _spoken_on(noun)}
    chosen_verbs = {i: verb for i, verb in verbs.items() if i not in covered and _verb_tells(verb, times)}
    chosen_nouns = {i: noun for i, noun in telling.items() if not _is_argument_of(noun, chosen_verbs)}
    return [c for c in candidates if c.head.i in chosen_verbs or c.head.i in chosen_nouns]


def _carriers(noun: Token) -> list[Token]:
    """Verbs that only hold, begin, end or move what ``noun`` names."""
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
    if (
        noun.dep_ == "pobj"
        and noun.head.lower_ == "of"
        and noun.head.head.lemma_ in ("round", "series", "number", "wave")
    ):
        above += _carriers(noun.head.head)
    below = [child for child in noun.children if child.dep_ in ("acl", "relcl")]
    chained = [v for verb in above for v in verb.children if v.dep_ == "xcomp" and v.pos_ == "VERB"]
    return [verb for verb in (*above, *below, *chained) if _carries(verb, noun)]


def _carries(verb: Token, noun: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma not in word_list("phase") and lemma not in word_list("light"):
        return False
    if verb in noun.children:
        return verb.tag_ == "VBN" or verb.dep_ == "relcl"
    arguments = {token.i for token in (*subjects(verb), *objects(verb))}
    heads = {noun.i} | {noun.head.head.i for _ in (0,) if noun.dep_ == "pobj" and noun.head.lower_ == "of"}
    return bool(arguments & heads)


def _is_framed_act(verb: Candidate | None, noun: Token) -> bool:
    """The verb tells the act together with the noun as its object: "signed a treaty", "opened an inquiry"."""
    if verb is None or verb.sense is None or not verb.sense.objects:
        return False
    return noun.lemma_.lower() in verb.sense.objects and noun.i in {token.i for token in objects(verb.head)}


def _spoken_on(noun: Candidate) -> list[int]:
    """Verbs of speech that take the occasion: "told a press conference", "said in a statement"."""
    if noun.sense is None or noun.sense.event_type is not EventType.STATEMENT:
        return []
    token = noun.head
    verb = token.head.head if token.dep_ == "pobj" else token.head
    return [verb.i] if verb.lemma_.lower() in word_list("occasions_of_speech") else []


def _noun_tells(noun: Candidate, carriers: Sequence[Token], times: Times) -> bool:
    token, sense = noun.head, noun.sense
    if sense is None or token.dep_ in ("amod", "nmod"):
        return False
    if token.dep_ == "compound" and token.head.lemma_ not in ("date", "attempt", "day", "plan", "bid"):
        return False
    if noun.times or times.of(carriers):
        return True
    if sense.needs_date or _is_measure(token, times):
        return False
    return _is_specific(token)


def _is_measure(noun: Token, times: Times) -> bool:
    """The noun only anchors a time: "two weeks after the vote", "on the eve of the summit"."""
    link = noun.head
    if noun.dep_ != "pobj" or link.lower_ not in ("before", "after", "of", "from", "into"):
        return False
    previous = noun.doc[link.i - 1] if link.i else link
    return previous.i in times.inside or link.head.i in times.inside


def _is_specific(noun: Token) -> bool:
    """``noun`` stands with a determiner, an owner, a number, a modifier, or a party to it."""
    first = conjuncts(noun)[0]
    for child in first.children:
        if child.dep_ in ("poss", "nummod", "compound", "amod") or child.lower_ in _DETERMINERS:
            return True
    return noun.tag_ == "NNS" and any(word in _TELLING_COMPLEMENTS for _, word in obliques(noun))


def _is_argument_of(noun: Candidate, verbs: dict[int, Candidate]) -> bool:
    """The noun only says what another told act is about: "praised the deal", "refused the offer"."""
    token = noun.head
    if noun.times:
        return False
    above = token.head.head if token.dep_ == "pobj" and token.head.dep_ in ("prep", "agent") else token.head
    verb = verbs.get(above.i)
    if verb is None or verb.sense is None:
        return False
    return token.dep_ in ("dobj", "pobj") and not any(child.dep_ == "nummod" for child in token.children)


def _verb_tells(candidate: Candidate, times: Times) -> bool:
    verb, sense = candidate.head, candidate.sense
    if verb.dep_ not in _CLAUSES:
        return False
    if candidate.times:
        return verb.pos_ == "ADJ" or _dated_form_tells(verb)
    if sense is None or sense.needs_date or _is_generic(verb, sense.event_type):
        return bool(sense) and _is_dated_by_main_clause(verb, times)
    return _form_tells(verb)


def _is_generic(verb: Token, event_type: EventType) -> bool:
    if event_type in _SUFFERED:
        return False
    return any(token.lower_ in _VAGUE_SUBJECTS for token in subjects(verb))


def _is_dated_by_main_clause(verb: Token, times: Times) -> bool:
    """The clause tells the same time as the one above: "in May, when the firm offered four per cent"."""
    is_when = any(child.lower_ == "when" for child in verb.children)
    return is_when and verb.dep_ in ("advcl", "relcl") and bool(times.of((verb.head, verb.head.head)))


def _dated_form_tells(verb: Token) -> bool:
    form = tense(verb)
    return form is not Tense.NONE


def _form_tells(verb: Token) -> bool:
    form = tense(verb)
    if form is Tense.INFINITIVE or is_infinitive(verb):
        return verb.dep_ in ("xcomp", "advcl") and verb.head.lemma_.lower() in word_list("plans")
    if form in (Tense.PARTICIPLE, Tense.GERUND):
        return verb.dep_ in ("acl", "advcl", "pcomp") and verb.head.lower_ in _PUNCTUAL_LINKS
    return form is not Tense.NONE
