"""Whether a clause or a noun phrase tells that something happened, as against what is general, possible or wished."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from extractors.event_mentions.arguments import conjuncts, obliques, subjects
from extractors.event_mentions.candidates import Candidate
from extractors.event_mentions.lexicon import word_list
from extractors.event_mentions.syntax import Tense, auxiliaries, clause_verb, is_infinitive, tense
from schemas.enumerations import EventType

#: In what relation a verb that tells something stands to the rest of its sentence.
CLAUSES = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis", "dep", "acl", "pcomp", "xcomp", "csubj"})
_VAGUE = frozenset(
    {"i", "you", "we", "one", "someone", "anyone", "everyone", "people", "those", "many", "some", "nobody"}
)
_DEFINITE = frozenset({"the", "this", "that", "its", "his", "her", "their", "these", "those", "our", "my"})
_GENERIC = frozenset({"each", "every", "any"})
_HYPOTHETICAL = frozenset({"if", "unless", "whether", "whenever", "should"})
_COMPLEMENTS = frozenset({"with", "between", "by", "against", "on", "in", "at", "outside", "near"})
_LINKS = frozenset({"after", "before", "since", "by", "following", "upon"})
_SINGLED = frozenset({"first", "second", "third", "last", "only", "latest", "youngest", "oldest"})
_FIRM_MODALS = frozenset({"will", "would", "must", "may", "might", "wo", "'ll", "’ll"})
#: Types whose subject or object need not be anybody in particular.
_SUFFERED = frozenset({EventType.DEATH, EventType.ACCIDENT, EventType.ASSAULT, EventType.PROTEST, EventType.ELECTION})
#: Types of words and stances, told in the present of reports: "Oslo rejects the plan".
_STANCES = frozenset(
    {
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.SUPPORT,
        EventType.THREATEN,
        EventType.CONTROL,
        EventType.PROTEST,
    }
)

IsParty = Callable[[Token], bool]


def verb_tells(candidate: Candidate, is_party: IsParty) -> bool:
    """Whether an undated verb of the lexicon tells an act of its story."""
    verb, sense = candidate.head, candidate.sense
    if sense is None or verb.dep_ not in CLAUSES or _is_hypothetical(verb):
        return False
    if not _has_somebody(verb, sense.event_type, is_party) or _is_repeated(verb):
        return False
    return is_achieved(verb) or _form_tells(verb, sense.event_type, is_party)


def _form_tells(verb: Token, event_type: EventType, is_party: IsParty) -> bool:
    form = tense(verb)
    if form is Tense.INFINITIVE or is_infinitive(verb):
        is_to_blame = verb.head.lemma_ == "be" and event_type is EventType.ACCUSE
        return verb.dep_ in ("xcomp", "advcl") and verb.head.lemma_.lower() in word_list("plans") and not is_to_blame
    if form is Tense.PARTICIPLE and any(child.dep_ == "nsubj" for child in verb.children):
        return True
    if form in (Tense.PARTICIPLE, Tense.GERUND):
        return verb.dep_ in ("acl", "advcl", "pcomp") and (verb.head.lower_ in _LINKS or event_type in _STANCES)
    if form is Tense.PRESENT:
        return event_type in _STANCES and verb.dep_ != "relcl" and _is_about_party(verb, is_party)
    if form in (Tense.MODAL, Tense.MODAL_PERFECT):
        modal = next((a.lower_ for a in auxiliaries(verb) if a.tag_ == "MD"), "")
        is_able = modal in ("can", "could") and any(is_party(token) for token in subjects(verb))
        return (modal in _FIRM_MODALS or is_able) and verb.dep_ != "relcl" and _is_about_party(verb, is_party)
    return form is not Tense.NONE


def _is_repeated(verb: Token) -> bool:
    """It is told of every day, week or year: "has raised fares every year"."""
    adverbials = (child for child in verb.children if child.dep_ == "npadvmod")
    return any(below.lower_ in _GENERIC for adverbial in adverbials for below in adverbial.children)


def is_achieved(verb: Token) -> bool:
    """Who is the first, the last or the only one to do it has done it: "the first woman to win the race"."""
    if verb.dep_ not in ("relcl", "acl") or not is_infinitive(verb):
        return False
    singled = [verb.head, *(child for child in verb.head.children if child.i < verb.i)]
    above = verb.head.head
    if above.lemma_.lower() not in ("be", "become") or tense(above) in (Tense.MODAL, Tense.FUTURE, Tense.INFINITIVE):
        return False
    return any(t.lower_ in _SINGLED for t in singled)


def _has_somebody(verb: Token, event_type: EventType, is_party: IsParty) -> bool:
    """The subject is not just anybody: no "you", "people", "those who"."""
    found = subjects(verb)
    if event_type in _SUFFERED:
        return not any(token.lower_ in ("you", "one", "anyone", "those") for token in found)
    return not any(_is_anybody(token) and not is_party(token) for token in found)


def _is_anybody(token: Token) -> bool:
    """A word for whoever it may be; "one of the two recorders" is a certain one."""
    return token.lower_ in _VAGUE and not any(child.lower_ == "of" for child in token.children)


def _is_about_party(verb: Token, is_party: IsParty) -> bool:
    return any(is_party(token) or is_definite(token) for token in subjects(verb))


def _is_hypothetical(verb: Token) -> bool:
    """The clause, or one above it, is a condition or a question about whether."""
    clause = verb
    while True:
        if clause.dep_ in ("advcl", "ccomp", "pcomp") and any(c.lower_ in _HYPOTHETICAL for c in clause.children):
            return True
        if clause.dep_ in ("ROOT", "relcl"):
            return False
        clause = clause.head


def is_definite(noun: Token) -> bool:
    """``noun`` is a name, a pronoun of the third person, or stands with a definite determiner or an owner."""
    if noun.pos_ == "PROPN" or noun.lower_ in ("he", "she", "it", "they", "who", "which"):
        return True
    return any(child.dep_ == "poss" or child.lower_ in _DEFINITE for child in noun.children)


def noun_tells(noun: Token, is_party: IsParty) -> bool:
    """Whether an undated noun of the lexicon names a certain event and not a kind of event."""
    first = conjuncts(noun)[0]
    words = [child.lower_ for child in first.children if child.i < noun.i]
    if any(word in _GENERIC for word in words):
        return False
    partners = [token for token, word in obliques(noun) if word in ("with", "between", "by")]
    if is_definite(first) or any(is_party(token) for token in partners):
        return True
    return _is_described(first) and not _is_general(first)


def _is_described(noun: Token) -> bool:
    """A determiner, a number, a modifier, or a party or place after a plural."""
    if any(child.dep_ in ("det", "nummod", "compound", "amod") for child in noun.children):
        return True
    return noun.tag_ == "NNS" and any(word in _COMPLEMENTS for _, word in obliques(noun))


def _is_general(noun: Token) -> bool:
    """An indefinite noun in a clause of the simple present, of possibility or of purpose."""
    verb = clause_verb(noun)
    if verb.pos_ not in ("VERB", "AUX") or any(child.dep_ == "nummod" for child in noun.children):
        return False
    if _is_hypothetical(verb):
        return True
    form = tense(verb)
    if any(verb.lemma_.lower() in word_list(name) for name in ("plans", "phase", "wishes")):
        return False
    if form is Tense.PRESENT:
        return verb.lemma_ != "be" or noun.dep_ not in ("nsubj", "attr")
    if form is Tense.GERUND:
        return verb.dep_ in ("pcomp", "xcomp", "acl")
    return form in (Tense.MODAL, Tense.INFINITIVE) and verb.dep_ not in ("ROOT", "ccomp")
