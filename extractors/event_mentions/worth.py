"""Which candidates a chronology would list: acts that are told, not the contents of wishes, habits or echoes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.event_mentions.arguments import objects, obliques, subjects
from extractors.event_mentions.candidates import Candidate, is_denied, measure_of
from extractors.event_mentions.carriers import carriers, deeds, is_named_storm, top
from extractors.event_mentions.dated_predicates import dated_tells, is_about_something
from extractors.event_mentions.lexicon import Sense, word_list
from extractors.event_mentions.syntax import CERTAIN, Tense, clause_verb, particle_lemma, tense
from extractors.event_mentions.telling import IsParty, noun_tells, verb_tells
from extractors.event_mentions.times import Times
from schemas.enumerations import EventType

_ABOUT = frozenset({"of", "for", "to", "about", "over", "from", "against", "by"})
_DISTANCES = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "minutes", "eve"})
#: Modifiers that single out one event of a row of them.
_SINGLING = frozenset({"recent", "latest", "last", "next", "previous", "earlier", "upcoming", "forthcoming", "planned"})
_CALLED_OFF = frozenset({"postponement", "cancellation", "delay", "suspension", "end", "start", "outbreak"})
_REQUESTS = frozenset({"request", "call", "demand", "appeal", "plan", "proposal", "order", "threat", "idea", "offer"})
_COMES_ABOUT = frozenset(
    {
        "occur",
        "happen",
        "postpone",
        "cancel",
        "delay",
        "shelve",
        "scrap",
        "reschedule",
        "promise",
        "plan",
        "schedule",
        "adjourn",
        "call_off",
        "put_off",
        "put_back",
    }
)
#: Verbs that set the day of what is to come.
_SETS = frozenset({"call", "announce", "schedule", "set", "order"})
#: What befalls: a fire (ACCIDENT) that destroyed (DISASTER) a hall is one event.
_HARMS = frozenset({EventType.ACCIDENT, EventType.DISASTER, EventType.ASSAULT})
#: In the midst of these something happens.
_MIDST = frozenset({*_HARMS, EventType.PROTEST})


@dataclass(frozen=True, slots=True)
class _Nouns:
    """The nouns among the candidates, with the verbs that carry each: "hold talks", "the hearing was put off"."""

    by_token: dict[int, Candidate]
    carriers: dict[int, list[Token]]


def choose(candidates: Sequence[Candidate], times: Times, is_party: IsParty) -> list[Candidate]:
    """The candidates that tell an event, in the order of the text."""
    verbs = {c.head.i: c for c in candidates if c.is_verb}
    nouns = _Nouns({c.head.i: c for c in candidates if not c.is_verb}, {})
    for noun in nouns.by_token.values():
        nouns.carriers[noun.head.i] = [
            verb for verb in carriers(top(noun)) if not _is_framed_act(verbs.get(verb.i), noun.head)
        ]
    telling = {i: noun for i, noun in nouns.by_token.items() if _noun_tells(noun, nouns.carriers[i], times, is_party)}
    covered = {verb.i for i in telling for verb in nouns.carriers[i]}
    covered |= {i for noun in telling.values() for i in (*_spoken_on(noun), *_done_by(noun, verbs))}
    chosen_verbs = {i: verb for i, verb in verbs.items() if i not in covered and _verb_tells(verb, times, is_party)}
    chosen_nouns = {i: noun for i, noun in telling.items() if not _is_argument_of(noun, chosen_verbs, times)}
    return [c for c in candidates if c.head.i in chosen_verbs or c.head.i in chosen_nouns]


def _is_framed_act(verb: Candidate | None, noun: Token) -> bool:
    """The verb tells the act together with the noun as its object: "signed a treaty", "opened an inquiry"."""
    if verb is None or verb.sense is None or not verb.sense.objects or _is_set_for(verb, noun):
        return False
    return noun.lemma_.lower() in verb.sense.objects and noun.i in {token.i for token in objects(verb.head)}


def _is_set_for(verb: Candidate, noun: Token) -> bool:
    """The day is the noun's and not that of the words that set it: "called an election for 30 March"."""
    if verb.head.lemma_.lower() not in _SETS or not verb.times:
        return False
    links = [link for above in (verb.head, noun) for link in above.children if link.dep_ == "prep"]
    return any(link.lower_ == "for" and verb.times and _starts(verb, link) for link in links)


def _starts(verb: Candidate, link: Token) -> bool:
    """A time of the verb begins right behind the preposition."""
    end = link.idx + len(link.text)
    return any(0 <= row.start_offset - end <= len(" the ") for row in verb.times)


def _spoken_on(noun: Candidate) -> list[int]:
    """Verbs of speech that take the occasion: "told a press conference", "said in a statement"."""
    if noun.sense is None or noun.sense.event_type is not EventType.STATEMENT:
        return []
    token = noun.head
    verb = token.head.head if token.dep_ == "pobj" else token.head
    return [verb.i] if verb.lemma_.lower() in word_list("occasions_of_speech") else []


def _done_by(noun: Candidate, verbs: dict[int, Candidate]) -> list[int]:
    """The verbs that only say what the event did: "a quake shook the island", "the fire that gutted it"."""
    if noun.sense is None:
        return []
    found = [verbs.get(verb.i) for verb in deeds(top(noun))]
    return [verb.head.i for verb in found if verb is not None and _is_same_harm(verb.sense, noun.sense)]


def _is_same_harm(deed: Sense | None, noun: Sense) -> bool:
    if deed is None:
        return False
    return deed.event_type is noun.event_type or {deed.event_type, noun.event_type} <= _HARMS


def _noun_tells(noun: Candidate, carriers: Sequence[Token], times: Times, is_party: IsParty) -> bool:
    token, sense = noun.head, noun.sense
    named = token.head if token.dep_ == "compound" else top(noun)
    if sense is None or not _is_head_of_event(token):
        return False
    measure = measure_of(token)
    if noun.times or times.of((named, *carriers, *((measure,) if measure else ()))) or _comes_about(named, carriers):
        return True
    if sense.event_type in _HARMS and times.of(tuple(deeds(named))):
        return True
    if _is_measure(token, times):
        return False
    is_singled_out = not sense.needs_date or any(child.lower_ in _SINGLING for child in token.children)
    return is_singled_out and (noun_tells(token, is_party) or _befell(token, sense))


def _befell(noun: Token, sense: Sense) -> bool:
    """Something happened in the midst of them: "nine people lost their lives in riots"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "during") or sense.event_type not in _MIDST:
        return False
    return noun.tag_ == "NNS" and tense(clause_verb(noun)) in CERTAIN - {Tense.FUTURE}


def _is_head_of_event(noun: Token) -> bool:
    """The noun is no mere modifier ("strike leader") unless of a word that is the event's too ("launch date")."""
    if noun.dep_ in ("amod", "nmod"):
        return False
    if is_named_storm(noun):
        return True
    if noun.dep_ == "compound" and noun.head.lemma_ not in ("date", "attempt", "day", "plan", "bid"):
        return False
    if noun.pos_ != "PROPN" or not noun.text[0].isupper():
        return True
    return _is_named_event(noun) and noun.lower_ not in word_list("institutions")


def _is_named_event(noun: Token) -> bool:
    """A capitalized word of the lexicon names an event only within a longer name: "Lisbon Summit", not "Congress"."""
    before = noun.doc[noun.i - 1] if noun.i > noun.sent.start else None
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    is_long = before is not None and before.pos_ in ("PROPN", "ADJ", "NUM")
    return is_long or (noun.dep_ == "compound" and after is not None and after.pos_ == "PROPN")


def _comes_about(noun: Token, carriers: Sequence[Token]) -> bool:
    """The noun is said to take place, or to be called off, even without a date."""
    above = [noun.head] if noun.dep_ == "dobj" else []
    if any({verb.lemma_.lower(), particle_lemma(verb)} & _COMES_ABOUT for verb in (*carriers, *above)):
        return not above or tense(above[0]) is not Tense.INFINITIVE or noun.head.dep_ != "acl"
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in _CALLED_OFF


def _is_measure(noun: Token, times: Times) -> bool:
    """The noun only anchors a time: "two weeks after the vote", "on the eve of the summit"."""
    link = noun.head
    if noun.dep_ != "pobj" or link.lower_ not in ("before", "after", "of", "from", "into"):
        return False
    previous = noun.doc[link.i - 1] if link.i else link
    return any(token.i in times.inside and token.lower_ in _DISTANCES for token in (previous, link.head))


def _is_argument_of(noun: Candidate, verbs: dict[int, Candidate], times: Times) -> bool:
    """The noun only says what another told act is about: "praised the deal", "refused the offer"."""
    token = noun.head
    if any(_is_framed_act(verbs.get(verb.i), token) for verb in (token.head, *carriers(token))):
        return True
    if noun.times or (noun.sense is not None and noun.sense.event_type in _HARMS and times.of(tuple(deeds(token)))):
        return False
    above = token.head.head if token.dep_ == "pobj" and token.head.dep_ in ("prep", "agent") else token.head
    if above.pos_ == "NOUN" and above.lemma_.lower() in _REQUESTS:
        above = above.head
    verb = verbs.get(above.i)
    if verb is None or verb.sense is None:
        return False
    if token.dep_ == "pobj" and token.head.lower_ not in _ABOUT:
        return False
    return token.dep_ in ("dobj", "pobj") and not any(child.dep_ == "nummod" for child in token.children)


def _verb_tells(candidate: Candidate, times: Times, is_party: IsParty) -> bool:
    verb, sense = candidate.head, candidate.sense
    if candidate.times:
        return dated_tells(candidate, is_party)
    if verb.pos_ == "ADJ":
        return _is_told_of_somebody(verb, is_party)
    if is_denied(verb) and (sense is None or sense.needs_date):
        return is_about_something(verb, is_party)
    if sense is None or sense.needs_date:
        return sense is not None and (_is_dated_by_main_clause(verb, times) or _is_said_during(verb))
    return verb_tells(candidate, is_party)


def _is_told_of_somebody(adjective: Token, is_party: IsParty) -> bool:
    """So many people, or somebody with a name, are told to be so: "eighteen people are dead"."""
    if tense(clause_verb(adjective)) not in (Tense.PRESENT, Tense.PAST, Tense.PERFECT):
        return False
    return any(
        noun.pos_ == "NUM" or is_party(noun) or any(child.dep_ == "nummod" for child in noun.children)
        for noun in subjects(adjective)
    )


def _is_said_during(verb: Token) -> bool:
    """The occasion takes the place of a date: "during his campaign he promised ..."."""
    return any(word == "during" for _, word in obliques(verb))


def _is_dated_by_main_clause(verb: Token, times: Times) -> bool:
    """The clause tells the same time as the one above: "in May, when the firm offered four per cent"."""
    is_when = any(child.lower_ == "when" for child in verb.children)
    above = (verb.head, verb.head.head, clause_verb(verb.head))  # "began in May, when": "when" hangs on May
    return is_when and verb.dep_ in ("advcl", "relcl") and bool(times.of(above))
