"""Which sense of a word holds here: the longest phrase whose frame the syntax around it fills."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable

from spacy.tokens import Doc, Span, Token

from extractors.event_mentions.arguments import actors, is_passive, objects, obliques, particles, subjects
from extractors.event_mentions.gazetteer import country_code, demonym_code, is_place_name
from extractors.event_mentions.lexicon import Sense, noun_senses, verb_senses, word_list
from extractors.event_mentions.names import title_words
from extractors.event_mentions.syntax import particle_lemma

_PRONOUNS_OF_PERSONS = frozenset({"he", "she", "him", "her", "who", "whom", "they", "them", "i", "we", "me"})
#: How many words after a verb its particle may stand: "called the meeting off".
_PARTICLE_REACH = 8
#: The first letters of the names of days and months.
_CALENDAR = frozenset(name[:3].lower() for name in (*calendar.day_name, *calendar.month_name[1:]))
#: Where a document keeps the lemmas it speaks of.
_LEMMAS = "dateline_lemmas"
#: What is called off or put off is not called or put.
_CALLS_OFF = frozenset({"call_off", "put_off", "put_back"})
_PARTICLES = frozenset({"in", "up", "out", "down", "off", "over", "away", "back", "aside"})


def verb_sense(verb: Token) -> tuple[Sense, Span] | None:
    """The sense of ``verb`` that its particles and arguments allow, with the words of it, or None."""
    for sense in verb_senses().get(verb.lemma_.lower(), ()):
        if len(sense.words) == 1 and particle_lemma(verb) in _CALLS_OFF:
            continue
        span = _verb_span(verb, sense)
        if span is not None and _verb_frame_holds(verb, sense):
            return sense, span
    return None


def noun_sense(noun: Token) -> tuple[Sense, Span] | None:
    """The sense of ``noun`` that the words before it and its complements allow, with the words of it, or None."""
    for sense in (*noun_senses().get(noun.lower_, ()), *noun_senses().get(noun.lemma_.lower(), ())):
        start = _noun_start(noun, sense)
        if start is not None and _noun_frame_holds(noun, sense):
            return sense, noun.doc[start : noun.i + 1]
    return None


def _noun_start(noun: Token, sense: Sense) -> int | None:
    start = noun.i - len(sense.words) + 1
    if start < noun.sent.start:
        return None
    before = noun.doc[start : noun.i]
    if all(word in (token.lower_, token.lemma_.lower()) for token, word in zip(before, sense.words, strict=False)):
        return start
    return None


def _is_ruled_out(token: Token, sense: Sense) -> bool:
    """A word of the sentence forbids the sense, or the article never speaks of what it belongs to."""
    if sense.unless and any(other.lemma_.lower() in sense.unless for other in token.sent):
        return True
    return bool(sense.context) and not sense.context & _spoken_of(token.doc)


def _noun_frame_holds(noun: Token, sense: Sense) -> bool:
    if sense.prepositions and not any(
        child.lower_ in sense.prepositions and not _leads_to_time(child) for child in noun.children
    ):
        return False
    if sense.modifiers and not any(_fits(child, sense.modifiers) for child in noun.children if child.i < noun.i):
        return False
    return not _is_ruled_out(noun, sense)


def _spoken_of(doc: Doc) -> frozenset[str]:
    """The lemmas of the article, gathered once."""
    found: frozenset[str] | None = doc.user_data.get(_LEMMAS)
    if found is None:
        found = doc.user_data[_LEMMAS] = frozenset(token.lemma_.lower() or token.lower_ for token in doc)
    return found


def _fits(modifier: Token, wanted: frozenset[str]) -> bool:
    if modifier.lower_ in wanted or modifier.lemma_.lower() in wanted:
        return True
    return "NATION" in wanted and (demonym_code(modifier.text) or country_code(modifier.text)) is not None


def _verb_span(verb: Token, sense: Sense) -> Span | None:
    """The words of the phrase from its verb on, or the verb alone when other words stand between; None if not there."""
    rest = sense.words[1:]
    if not rest:
        return verb.doc[verb.i : verb.i + 1]
    if _stand_next(verb, rest) and _is_particle(verb.doc[verb.i + 1]):
        return verb.doc[verb.i : verb.i + 1 + len(rest)]
    hanging = {word for c in particles(verb) if _is_particle(c) for word in (c.lower_, c.lemma_.lower())}
    near = {token.lower_ for token in verb.doc[verb.i + 1 : min(verb.i + _PARTICLE_REACH, verb.sent.end)]}
    if rest[0] in hanging and all(word in near for word in rest[1:]):
        return verb.doc[verb.i : verb.i + 1]
    return None


def _is_particle(word: Token) -> bool:
    """Not a preposition with a noun of its own where a particle is asked for: "gave the medal in 2011"."""
    if word.dep_ == "prep" and _leads_to_time(word):
        return False
    if word.lower_ not in _PARTICLES or word.dep_ != "prep":
        return True
    return not any(child.dep_ == "pobj" for child in word.children)


def _leads_to_time(preposition: Token) -> bool:
    """What follows is a day, a month or a year: "landed on Monday", "a strike on 3 May"."""
    return any(
        child.lower_.removesuffix(".")[:3] in _CALENDAR and child.tag_ in ("NNP", "NNPS")
        for child in preposition.children
        if child.dep_ == "pobj"
    )


def _stand_next(verb: Token, rest: tuple[str, ...]) -> bool:
    end = verb.i + 1 + len(rest)
    if end > verb.sent.end:
        return False
    following = verb.doc[verb.i + 1 : end]
    return all(word in (token.lower_, token.lemma_.lower()) for token, word in zip(following, rest, strict=True))


def _verb_frame_holds(verb: Token, sense: Sense) -> bool:
    if sense.objects and not _any_of(objects(verb), sense.objects):
        return False
    if sense.subjects and not _any_of(actors(verb) or subjects(verb), sense.subjects):
        return False
    if sense.prepositions and not _has_preposition(verb, sense.prepositions):
        hanging = [pair for noun in objects(verb) for pair in obliques(noun)] if sense.objects else []
        if not any(f"{word} {noun.lemma_.lower()}" in sense.prepositions for noun, word in hanging):
            return False  # "served two years in prison": the parser hangs the prison on the years
    return not _is_ruled_out(verb, sense)


def _any_of(nouns: Iterable[Token], wanted: frozenset[str]) -> bool:
    for noun in (each for told in nouns for each in _counted_in(told)):
        if {noun.lemma_.lower(), noun.lower_} & wanted or (noun.pos_ == "NUM" and _following(noun) in wanted):
            return True
        if "PERSON" in wanted and (noun.lower_ in _PRONOUNS_OF_PERSONS or _looks_like_person(noun)):
            return True
        if "PLACE" in wanted and is_place_name(_full_name(noun)):
            return True
    return False


def _counted_in(noun: Token) -> list[Token]:
    """The word, and what it counts or is called by: "one of the two recorders", "Storm Odran"."""
    if noun.pos_ == "PROPN":
        return [noun, *(child for child in noun.children if child.lower_ in title_words("storms"))]
    if noun.pos_ != "NUM" and noun.lemma_.lower() not in word_list("measures"):
        return [noun]
    return [noun, *(counted for counted, word in obliques(noun) if word == "of")]


def _looks_like_person(noun: Token) -> bool:
    """A name that is neither an abbreviation nor a known place."""
    return noun.pos_ == "PROPN" and not noun.is_upper and not is_place_name(_full_name(noun))


def _full_name(noun: Token) -> str:
    doc: Doc = noun.doc
    start = noun.i
    while start > 0 and doc[start - 1].pos_ == "PROPN" and doc[start - 1].head.i == noun.i:
        start -= 1
    return doc[start : noun.i + 1].text


#: What the words in capitals among a sense's prepositions ask of a verb.
_CONSTRUCTIONS: dict[str, Callable[[Token], bool]] = {
    "NEG": lambda verb: any(child.dep_ == "neg" for child in verb.children),
    "to VERB": lambda verb: any(c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VB" for c in verb.children),
    "PASSIVE": is_passive,
    "TRANSITIVE": lambda verb: any(child.dep_ == "dobj" for child in verb.children),
    "CLAUSE": lambda verb: any(child.dep_ == "ccomp" for child in verb.children),
    "INTRANSITIVE": lambda verb: not any(child.dep_ in ("dobj", "ccomp", "attr") for child in verb.children),
}


def _has_preposition(verb: Token, wanted: frozenset[str]) -> bool:
    """Whether ``verb`` has one of the prepositions, or a construction named in capitals (see the lexicon)."""
    if any(name in wanted and holds(verb) for name, holds in _CONSTRUCTIONS.items()):
        return True
    links = [child for child in verb.children if child.dep_ in ("prep", "agent", "dative")]
    if any(child.lower_ in wanted for child in links):
        return True
    if any(f"{child.lower_} ACT" in wanted and any(b.dep_ == "pcomp" for b in child.children) for child in links):
        return True
    return any(
        f"{preposition} {noun.lemma_.lower()}" in wanted
        or (f"{preposition} PLACE" in wanted and is_place_name(_full_name(noun)))
        for noun, preposition in obliques(verb)
    )


def _following(token: Token) -> str:
    return token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
