"""Which candidates a chronology would list: acts that are told, not the contents of wishes, habits or echoes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.event_mentions.arguments import objects, obliques, subjects
from extractors.event_mentions.candidates import Candidate, measure_of
from extractors.event_mentions.lexicon import Sense, noun_senses, word_list
from extractors.event_mentions.syntax import Tense, clause_verb, tense
from extractors.event_mentions.telling import IsParty, is_definite, noun_tells, verb_tells
from extractors.event_mentions.times import Times
from schemas.enumerations import EventType

_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis", "dep", "acl", "pcomp", "xcomp", "csubj"})
_ABOUT = frozenset({"of", "for", "to", "about", "over", "from", "against", "by"})
_DISTANCES = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "minutes", "eve"})
#: Modifiers that single out one event of a row of them.
_SINGLING = frozenset({"recent", "latest", "last", "next", "previous", "earlier", "upcoming", "forthcoming", "planned"})
_CALLED_OFF = frozenset({"postponement", "cancellation", "delay", "suspension", "end", "start", "outbreak"})
_REQUESTS = frozenset({"request", "call", "demand", "appeal", "plan", "proposal", "order", "threat", "idea", "offer"})
_COMES_ABOUT = frozenset(
    {"occur", "happen", "postpone", "cancel", "delay", "shelve", "scrap", "reschedule", "promise", "plan", "schedule"}
)
#: Verbs that place something in time and tell nothing themselves, unless a pronoun before them means an event.
_FAINT = frozenset({"come", "follow", "begin", "start", "mark", "run", "last", "end", "continue", "show", "date"})
#: What befalls: a fire (ACCIDENT) that destroyed (DISASTER) a hall is one event.
_HARMS = frozenset({EventType.ACCIDENT, EventType.DISASTER})
_RELATIVES = frozenset({"that", "which"})
_SPOKEN = frozenset({EventType.STATEMENT, EventType.CONSULT})
_HABITUAL = frozenset({"typically", "usually", "often", "always", "regularly", "routinely", "generally", "normally"})
_STANDS_FOR_EVENT = frozenset({"it", "this", "that", "which", "they", "these"})
_ANYBODY = frozenset({"i", "you", "we", "one", "people", "someone", "anyone", "everyone", "me", "us"})


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
            verb for verb in _carriers(noun.head) if not _is_framed_act(verbs.get(verb.i), noun.head)
        ]
    telling = {i: noun for i, noun in nouns.by_token.items() if _noun_tells(noun, nouns.carriers[i], times, is_party)}
    covered = {verb.i for i in telling for verb in nouns.carriers[i]}
    covered |= {i for noun in telling.values() for i in (*_spoken_on(noun), *_done_by(noun, verbs))}
    chosen_verbs = {i: verb for i, verb in verbs.items() if i not in covered and _verb_tells(verb, times, is_party)}
    chosen_nouns = {i: noun for i, noun in telling.items() if not _is_argument_of(noun, chosen_verbs)}
    return [c for c in candidates if c.head.i in chosen_verbs or c.head.i in chosen_nouns]


def _carriers(noun: Token) -> list[Token]:
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
        above += _carriers(measure)
    below = [child for child in _described(noun) if child.dep_ in ("acl", "relcl")]
    chained = [v for verb in above for v in verb.children if v.dep_ in ("xcomp", "acomp") and v.pos_ in ("VERB", "ADJ")]
    return [verb for verb in (*above, *below, *chained) if _carries(verb, noun)]


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
    if _brings_out(verb):
        return any(sense.event_type in _SPOKEN for sense in noun_senses().get(noun.lemma_.lower(), ()))
    if lemma not in word_list("phase") and lemma not in word_list("light"):
        return False
    if verb in noun.children:
        return verb.tag_ == "VBN" or verb.dep_ == "relcl"
    arguments = {token.i for token in (*subjects(verb), *objects(verb))}
    if noun.dep_ == "appos":
        noun = noun.head
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


def _done_by(noun: Candidate, verbs: dict[int, Candidate]) -> list[int]:
    """The verbs that only say what the event did: "a quake shook the island", "the fire that gutted it"."""
    if noun.sense is None:
        return []
    found = [verbs.get(verb.i) for verb in _deeds(noun.head)]
    return [verb.head.i for verb in found if verb is not None and _is_same_harm(verb.sense, noun.sense)]


def _deeds(noun: Token) -> Iterator[Token]:
    """The verbs of which ``noun`` is the subject, also through a relative clause."""
    if noun.dep_ == "nsubj":
        yield noun.head
    for clause in noun.children:
        if clause.dep_ == "relcl" and any(c.dep_ == "nsubj" and c.lower_ in _RELATIVES for c in clause.children):
            yield clause


def _is_same_harm(deed: Sense | None, noun: Sense) -> bool:
    if deed is None:
        return False
    return deed.event_type is noun.event_type or {deed.event_type, noun.event_type} == _HARMS


def _noun_tells(noun: Candidate, carriers: Sequence[Token], times: Times, is_party: IsParty) -> bool:
    token, sense = noun.head, noun.sense
    top = token.head if token.dep_ == "compound" else token
    if sense is None or not _is_head_of_event(token):
        return False
    measure = measure_of(token)
    if noun.times or times.of((top, *carriers, *((measure,) if measure else ()))) or _comes_about(top, carriers):
        return True
    if sense.event_type in _HARMS and times.of(tuple(_deeds(token))):
        return True
    if _is_measure(token, times):
        return False
    is_singled_out = not sense.needs_date or any(child.lower_ in _SINGLING for child in token.children)
    return is_singled_out and noun_tells(token, is_party)


def _is_head_of_event(noun: Token) -> bool:
    """The noun is no mere modifier ("strike leader") unless of a word that is the event's too ("launch date")."""
    if noun.dep_ in ("amod", "nmod"):
        return False
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
    if any(verb.lemma_.lower() in _COMES_ABOUT for verb in (*carriers, *above)):
        return True
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in _CALLED_OFF


def _is_measure(noun: Token, times: Times) -> bool:
    """The noun only anchors a time: "two weeks after the vote", "on the eve of the summit"."""
    link = noun.head
    if noun.dep_ != "pobj" or link.lower_ not in ("before", "after", "of", "from", "into"):
        return False
    previous = noun.doc[link.i - 1] if link.i else link
    return any(token.i in times.inside and token.lower_ in _DISTANCES for token in (previous, link.head))


def _is_argument_of(noun: Candidate, verbs: dict[int, Candidate]) -> bool:
    """The noun only says what another told act is about: "praised the deal", "refused the offer"."""
    token = noun.head
    if any(_is_framed_act(verbs.get(verb.i), token) for verb in (token.head, *_carriers(token))):
        return True
    if noun.times:
        return False
    above = token.head.head if token.dep_ == "pobj" and token.head.dep_ in ("prep", "agent") else token.head
    if above.lemma_.lower() in _REQUESTS:
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
        return _dated_tells(candidate, is_party)
    if sense is None or sense.needs_date:
        return sense is not None and (_is_dated_by_main_clause(verb, times) or _is_said_during(verb))
    return verb_tells(candidate, is_party)


def _is_said_during(verb: Token) -> bool:
    """The occasion takes the place of a date: "during his campaign he promised ..."."""
    return any(word == "during" for _, word in obliques(verb))


def _dated_tells(candidate: Candidate, is_party: IsParty) -> bool:
    """A dated predicate tells; one of no known type only when it is about a party or something definite."""
    verb = candidate.head
    if verb.pos_ == "ADJ":
        return True
    if verb.dep_ not in _CLAUSES or tense(verb) is Tense.NONE or not verb.is_alpha:
        return False
    if tense(verb) is Tense.PRESENT and any(child.lower_ in _HABITUAL for child in verb.children):
        return False
    if candidate.sense is not None:
        return not _is_starting_participle(verb)
    return not _is_planning(verb) and _is_about_something(verb, is_party) and not _is_figure(candidate)


def _is_figure(candidate: Candidate) -> bool:
    """An amount told for a year or more, or a percentage: "carried nine million passengers in 2019"."""
    is_long = all(
        (row.last_day - row.first_day).days > 300 for row in candidate.times if row.first_day and row.last_day
    )
    if any(child.lemma_ in ("%", "percent") for child in candidate.head.children):
        return True
    return is_long and any(child.dep_ == "nummod" for noun in objects(candidate.head) for child in noun.children)


def _is_starting_participle(verb: Token) -> bool:
    """A participle that only says from when: "beginning Monday"."""
    is_participle = verb.tag_ == "VBG" and tense(verb) is Tense.GERUND
    return is_participle and verb.lemma_.lower() in word_list("starting_points")


def _is_planning(verb: Token) -> bool:
    """A participle that only says for when what its noun names is meant: "planned for 2 May"."""
    is_clause = verb.dep_ == "acl" or (verb.dep_ == "relcl" and tense(verb) is Tense.PLUPERFECT)
    is_planned = is_clause and verb.tag_ == "VBN" and verb.lemma_.lower() in word_list("phase")
    return is_planned or _is_starting_participle(verb)


def _is_about_something(verb: Token, is_party: IsParty) -> bool:
    about = [*subjects(verb), *objects(verb)]
    is_judged = any(child.lower_ == "as" and child.dep_ == "prep" for child in verb.children) and verb.lemma_ == "see"
    if is_judged or any(token.lower_ in _ANYBODY for token in about):
        return False
    if any(child.lower_ in ("your", "my", "our") for token in about for child in token.children):
        return False
    if verb.lemma_.lower() in _FAINT and not any(token.lower_ in _STANDS_FOR_EVENT for token in subjects(verb)):
        return False
    return any(is_party(token) or is_definite(token) or _is_singled_out(token) for token in about)


def _is_singled_out(noun: Token) -> bool:
    return any(child.lower_ in ("a", "an") or child.dep_ == "nummod" for child in noun.children)


def _is_dated_by_main_clause(verb: Token, times: Times) -> bool:
    """The clause tells the same time as the one above: "in May, when the firm offered four per cent"."""
    is_when = any(child.lower_ == "when" for child in verb.children)
    above = (verb.head, verb.head.head, clause_verb(verb.head))  # "began in May, when": "when" hangs on May
    return is_when and verb.dep_ in ("advcl", "relcl") and bool(times.of(above))
