"""How many times: "five times", "the third round", "a second visit", "dozens of attacks", "at least nine people"."""

from __future__ import annotations

import calendar
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.event_mentions.arguments import objects, subjects
from extractors.event_mentions.candidates import Candidate
from extractors.lexicons import load
from schemas.enumerations import CountOperator, EventType

_MONTHS = tuple(month.lower() for month in calendar.month_name[1:])


@dataclass(frozen=True, slots=True)
class Count:
    """A told number of events (or of the dead and saved) and how it bounds the true one."""

    number: int
    operator: CountOperator


def find_count(candidate: Candidate) -> Count | None:
    """The number of times that the words around the trigger tell, or None."""
    head = candidate.head
    if candidate.is_verb:
        return _times(head) or _counted_arguments(candidate)
    counted = _of_noun(head)
    return None if counted is not None and _is_day_of_month(head) else counted


def _is_day_of_month(noun: Token) -> bool:
    """The number before ``noun`` belongs to a month: "the Nov. 4 elections"."""
    number = next((child for child in noun.children if child.dep_ == "nummod" and child.i < noun.i), None)
    return number is not None and number.i > 0 and _is_month(number.nbor(-1).lower_)


def _is_month(word: str) -> bool:
    return any(month.startswith(word.removesuffix(".")) for month in _MONTHS) and len(word) > 2


def _of_noun(noun: Token) -> Count | None:
    for child in noun.children:
        if child.i >= noun.i:
            continue
        if child.dep_ == "nummod" and noun.tag_ in ("NNS", "NNPS") and (number := number_of(child)) is not None:
            return Count(number, _operator(child))
        if child.dep_ == "amod" and (number := _words("ordinals").get(child.lower_)) is not None:
            return Count(number, CountOperator.ORDINAL)
    return _partitive(noun)


def _partitive(noun: Token) -> Count | None:
    """The number told by a measure: "dozens of attacks", "the third round of talks"."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return None
    measure = noun.head.head
    number = _words("measures").get(measure.lower_)
    if number is not None:
        return Count(number, CountOperator.AT_LEAST)
    if measure.lemma_.lower() in ("round", "series", "wave", "set"):
        return _of_noun(measure)
    return None


def _times(verb: Token) -> Count | None:
    for child in verb.children:
        lower = child.lower_
        if lower in _words("adverbs"):
            return Count(_words("adverbs")[lower], CountOperator.EXACTLY)
        if child.lemma_.lower() == "time" and child.dep_ in ("npadvmod", "dobj", "oprd"):
            for number_word in child.children:
                if number_word.dep_ == "nummod" and (number := number_of(number_word)) is not None:
                    return Count(number, _operator(number_word))
    return None


def _counted_arguments(candidate: Candidate) -> Count | None:
    """The dead, the injured, the saved and the bought: the number of those the act is done to."""
    sense = candidate.sense
    if sense is None or sense.event_type not in (EventType.DEATH, EventType.AID, EventType.BUSINESS):
        return None
    intransitive = sense.event_type is EventType.DEATH and sense.words[0] != "kill"
    for noun in subjects(candidate.head) if intransitive else objects(candidate.head):
        if (
            noun.pos_ == "NUM"
            and noun.dep_ in ("nsubj", "dobj", "nsubjpass")
            and (number := number_of(noun)) is not None
        ):
            return Count(number, _operator(noun))
        counted = _of_noun(noun) if noun.pos_ == "NOUN" and noun.lemma_.lower() not in _words("units") else None
        if counted is not None and counted.operator is not CountOperator.ORDINAL:
            return counted
    return None


def _words(name: str) -> dict[str, int]:
    table: dict[str, int] = load("counts")[name]["numbers"]
    return table


def number_of(token: Token) -> int | None:
    """The whole number that ``token`` writes in words or digits, or None."""
    lower = token.lower_.replace(",", "")
    if lower.isdigit():
        return int(lower)
    first, _, second = lower.partition("-")
    numbers = _words("cardinals")
    if second:
        return numbers[first] + numbers[second] if first in numbers and second in numbers else None
    return numbers.get(lower)


def _operator(number: Token) -> CountOperator:
    before = number.doc[max(number.sent.start, number.i - 3) : number.i].text.lower()
    for operator, phrases in load("counts")["operators"]["phrases"].items():
        if any(before.endswith(phrase) for phrase in phrases):
            return CountOperator(operator)
    return CountOperator.EXACTLY
