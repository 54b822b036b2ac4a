"""Which predicates with a time of their own tell an event, also those of no known type."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.event_mentions.arguments import objects, obliques, subjects
from extractors.event_mentions.candidates import Candidate
from extractors.event_mentions.lexicon import word_list
from extractors.event_mentions.senses import noun_sense
from extractors.event_mentions.syntax import CERTAIN, Tense, tense
from extractors.event_mentions.telling import CLAUSES, IsParty, is_definite

#: Verbs that place something in time and tell nothing themselves, unless a pronoun before them means an event.
_FAINT = frozenset({"come", "follow", "begin", "start", "mark", "run", "last", "end", "continue", "show", "date"})
_HABITUAL = frozenset({"typically", "usually", "often", "always", "regularly", "routinely", "generally", "normally"})
_STANDS_FOR_EVENT = frozenset({"it", "this", "that", "which", "they", "these"})
_HANDFUL = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}) | frozenset(
    str(number) for number in range(2, 11)
)
_UNITS = frozenset(
    {
        "%",
        "percent",
        "cent",
        "points",
        "dollars",
        "euros",
        "pounds",
        "million",
        "billion",
        "times",
        "years",
        "months",
        "days",
    }
)
_CROWDS = frozenset({"thousand", "million", "billion"})
_LONGEST_HEADCOUNT = 3
_ANYBODY = frozenset({"i", "you", "we", "one", "people", "someone", "anyone", "everyone", "me", "us"})


def dated_tells(candidate: Candidate, is_party: IsParty) -> bool:
    """A dated predicate tells; one of no known type only when it is about a party or something definite."""
    verb = candidate.head
    if verb.pos_ == "ADJ":
        return True
    if verb.dep_ not in CLAUSES or tense(verb) is Tense.NONE or not verb.is_alpha:
        return False
    if tense(verb) is Tense.PRESENT and any(child.lower_ in _HABITUAL for child in verb.children):
        return False
    if candidate.sense is not None:
        return not _is_starting_participle(verb)
    if _is_planning(verb) or _is_figure(candidate):
        return False
    return is_about_something(verb, is_party) or _is_of_a_day(candidate)


def _is_of_a_day(candidate: Candidate) -> bool:
    """What is told of a certain day is no habit, whoever it was: "services were restored on Wednesday"."""
    verb = candidate.head
    if tense(verb) not in CERTAIN or verb.lemma_.lower() in _FAINT or _is_anybodys(verb):
        return False
    around = [*subjects(verb), *objects(verb), *(noun for noun, _ in obliques(verb))]
    if any(noun.pos_ == "NUM" or noun_sense(noun) is not None for noun in around):
        return False  # the noun tells the event: "a distress call reached the port on Monday"
    return any(row.first_day is not None and row.first_day == row.last_day for row in candidate.times)


def _is_figure(candidate: Candidate) -> bool:
    """An amount told for a year or more, or a percentage: "carried nine million passengers in 2019"."""
    is_long = all(
        (row.last_day - row.first_day).days > 300 for row in candidate.times if row.first_day and row.last_day
    )
    if any(child.lemma_ in ("%", "percent") for child in candidate.head.children):
        return True
    return is_long and any(_is_amount(noun) for noun in objects(candidate.head))


def _is_amount(noun: Token) -> bool:
    """A number of things that is no handful: "nine million passengers", not "three bases" nor "a 30 per cent stake"."""
    numbers = [child for child in noun.children if child.dep_ == "nummod"]
    if any(child.dep_ == "det" for child in noun.children):
        return any(len(child.text) > 3 and child.text[:4].isdigit() for child in numbers)  # "the 1977 act"
    if not numbers:
        return noun.lower_ in ("million", "billion")
    return noun.lower_ in _UNITS or not any(child.lower_ in _HANDFUL for child in numbers)


def _is_starting_participle(verb: Token) -> bool:
    """A participle that only says from when: "beginning Monday"."""
    is_participle = verb.tag_ == "VBG" and tense(verb) is Tense.GERUND
    return is_participle and verb.lemma_.lower() in word_list("starting_points")


def _is_planning(verb: Token) -> bool:
    """A participle that only says for when what its noun names is meant: "planned for 2 May"."""
    is_clause = verb.dep_ == "acl" or (verb.dep_ == "relcl" and tense(verb) is Tense.PLUPERFECT)
    is_planned = is_clause and verb.tag_ == "VBN" and verb.lemma_.lower() in word_list("phase")
    return is_planned or _is_starting_participle(verb)


def _is_anybodys(verb: Token) -> bool:
    """Told of the reader, the writer or people at large, or merely how something is seen."""
    about = [*subjects(verb), *objects(verb)]
    is_judged = any(child.lower_ == "as" and child.dep_ == "prep" for child in verb.children) and verb.lemma_ == "see"
    if is_judged or not about or any(token.lower_ in _ANYBODY and not _is_counted(token) for token in about):
        return True
    return any(child.lower_ in ("your", "my", "our") for token in about for child in token.children)


def _is_counted(noun: Token) -> bool:
    """So many people are certain ones, thousands are a crowd."""
    numbers = [child.lower_ for child in noun.children if child.dep_ == "nummod"]
    return any(word not in _CROWDS and not (word[0].isdigit() and len(word) > _LONGEST_HEADCOUNT) for word in numbers)


def is_about_something(verb: Token, is_party: IsParty) -> bool:
    """A party, or something definite or singled out, does it or has it done to it."""
    about = [*subjects(verb), *objects(verb)]
    if _is_anybodys(verb):
        return False
    if verb.lemma_.lower() in _FAINT and not any(token.lower_ in _STANDS_FOR_EVENT for token in subjects(verb)):
        return False
    return any(is_party(token) or is_definite(token) or _is_singled_out(token) for token in about)


def _is_singled_out(noun: Token) -> bool:
    return any(child.lower_ in ("a", "an") or child.dep_ == "nummod" for child in noun.children)
