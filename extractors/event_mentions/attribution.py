"""According to whom a claim is made: the speaker whose clause governs it, or the narrator."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from extractors.event_mentions.arguments import is_passive, obliques, possessors, subjects
from extractors.event_mentions.quotations import Quotations
from extractors.event_mentions.reference_resolution import Resolver
from extractors.event_mentions.turns import Turns
from extractors.lexicons import load
from schemas.enumerations import ActorKind

_CONTENT = frozenset({"ccomp", "parataxis", "dep"})
_NOBODY = frozenset({"it", "there", "this", "that", "which", "what"})
_BREAKS = frozenset({",", "”", '"', "’", "—", "–", "-"})
#: Characters between the end of one quotation and the start of the next by the same speaker.
_QUOTE_GAP = 160


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so and the reporting word; both null for the narrator. ``is_quotation``: in the speaker's own words."""

    name: str | None
    verb: str | None
    is_quotation: bool


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("reporting")[name]["words"])


class Attribution:
    """Finds the source of each claim of one article."""

    def __init__(self, resolver: Resolver, quotations: Quotations, turns: Turns) -> None:
        self._resolver = resolver
        self._quotations = quotations
        self._turns = turns
        self._speakers: dict[tuple[int, int], tuple[str, str] | None] = {}

    def source_of(self, head: Token) -> Source:
        """The source of the event that ``head`` names."""
        quote = self._quotations.holding(head.idx)
        found = self._governing(head) or self._beside(head) or self._reported(head)
        if found is None and quote is not None:
            found = self._speaker_of(quote, head.doc)
        if found is None:
            speaker = self._turns.speaker_at(head.idx)
            return Source(speaker, None, quote is not None or speaker is not None)
        return Source(found[0], found[1], quote is not None)

    def _governing(self, head: Token) -> tuple[str, str] | None:
        """A speaker whose clause holds ``head``, the nearest first."""
        for governor, dependent in _upwards(head):
            if _is_presupposed(dependent):
                return None
            if governor.pos_ == "VERB" and self._governs(governor, dependent, head):
                speaker = self._speaker(governor)
                if speaker is not None and not _is_agency(speaker):
                    return speaker, governor.text
            elif governor.lemma_.lower() in _words("noun_sources") and dependent.dep_ in (
                "acl",
                "relcl",
                "ccomp",
                "prep",
            ):
                return self._owner(governor) or governor.text.lower(), governor.text
        return None

    def _reported(self, head: Token) -> tuple[str, str] | None:
        """A news agency, where nobody else is named as the source."""
        for governor, dependent in _upwards(head):
            if governor.pos_ == "VERB" and self._governs(governor, dependent, head):
                speaker = self._speaker(governor)
                return (speaker, governor.text) if speaker is not None else None
        return None

    def _governs(self, verb: Token, dependent: Token, head: Token) -> bool:
        lemma = verb.lemma_.lower()
        if verb.i == head.i or lemma not in _words("verbs"):
            return False
        if dependent.dep_ in _CONTENT:
            return True
        return dependent.dep_ == "xcomp" and lemma in _words("infinitives")

    def _speaker(self, verb: Token) -> str | None:
        if is_passive(verb):
            agents = [noun for noun, preposition in obliques(verb) if preposition == "by"]
            return self._name(agents[0]) if agents else None
        found = [token for token in subjects(verb) if token.lower_ not in _NOBODY]
        return self._name(found[0]) if found else None

    def _owner(self, noun: Token) -> str | None:
        owners = possessors(noun) or [token for token, preposition in obliques(noun) if preposition in ("by", "from")]
        return self._name(owners[0]) if owners else None

    def _name(self, token: Token) -> str | None:
        if token.lower_ in ("who", "whom"):
            token = token.head.head
        parties = self._resolver.parties(token)
        if parties:
            return parties[0].name
        if token.pos_ == "PRON" or token.lower_ == "old":
            return None
        return _phrase(token, self._resolver)

    def _beside(self, head: Token) -> tuple[str, str] | None:
        """The source told beside the claim: "according to X", "in her view", or ", X said"."""
        sentence = head.sent
        for token in sentence:
            lower = token.lower_
            if lower == "according" and _covers(token, head):
                name = next((self._name(noun) for noun, _ in obliques_below(token)), None)
                if name:
                    return name, "according to"
            elif (
                token.lemma_.lower() in _words("opinions")
                and token.dep_ == "pobj"
                and token.head.lower_ in ("in", "by")
            ):
                name = self._owner_or_of(token)
                if name and _covers(token.head, head):
                    return name, token.text
        return self._aside(sentence, head)

    def _owner_or_of(self, noun: Token) -> str | None:
        owners = possessors(noun) or [token for token, preposition in obliques(noun) if preposition == "of"]
        return self._name(owners[0]) if owners else None

    def _aside(self, sentence: Span, head: Token) -> tuple[str, str] | None:
        """A reporting clause without a content of its own beside the claim: "..., the ministry said, ..."."""
        for verb in sentence:
            if verb.pos_ != "VERB" or verb.i == head.i or verb.lemma_.lower() not in _words("plain"):
                continue
            if any(child.dep_ in ("ccomp", "dobj", "xcomp", "mark") for child in verb.children):
                continue
            if _is_set_off(verb) and (speaker := self._speaker(verb)):
                return speaker, verb.text
        return None

    def _speaker_of(self, quote: tuple[int, int], doc: Doc) -> tuple[str, str] | None:
        """Who is speaking in ``quote``: whoever is said to in its sentences, or spoke in the quotation just before."""
        if quote not in self._speakers:
            self._speakers[quote] = None
            self._speakers[quote] = self._named_around(quote, doc) or self._carried_on(quote, doc)
        return self._speakers[quote]

    def _named_around(self, quote: tuple[int, int], doc: Doc) -> tuple[str, str] | None:
        span = doc.char_span(*quote, alignment_mode="expand")
        if span is None:
            return None
        first, last = span[0].sent.start, span[-1].sent.end
        following = doc[last].sent.end if last < len(doc) else last
        for token in (*doc[first : span.start], *doc[span.end : following]):
            if token.pos_ == "VERB" and token.lemma_.lower() in _words("plain"):
                speaker = self._speaker(token)
                if speaker is not None:
                    return speaker, token.text
        return None

    def _carried_on(self, quote: tuple[int, int], doc: Doc) -> tuple[str, str] | None:
        earlier = self._quotations.before(quote, _QUOTE_GAP)
        return self._speaker_of(earlier, doc) if earlier is not None else None


def _is_agency(name: str) -> bool:
    return name.lower() in _words("agencies")


def _is_set_off(verb: Token) -> bool:
    """A comma, dash or quotation mark stands before the reporting clause."""
    own = [child.left_edge.i for child in verb.children if child.dep_ == "nsubj"]
    start = min([verb.i, *own])
    return start > verb.sent.start and verb.doc[start - 1].text in _BREAKS


def _upwards(token: Token) -> Iterator[tuple[Token, Token]]:
    while token.head.i != token.i:
        yield token.head, token
        token = token.head


def _is_presupposed(token: Token) -> bool:
    """What "since the inauguration" names: what the narrator takes for granted, whoever is speaking."""
    return token.dep_ == "prep" and token.lower_ == "since"


def obliques_below(according: Token) -> Iterator[tuple[Token, str]]:
    """The nouns of "according to X"."""
    for child in according.children:
        if child.dep_ == "prep":
            yield from ((noun, "to") for noun in child.children if noun.dep_ == "pobj")


def _covers(adverbial: Token, head: Token) -> bool:
    """Whether an adverbial of source speaks for ``head``: for all below the verb that it hangs on."""
    above = adverbial.head
    return above.i == head.i or any(governor.i == above.i for governor, _ in _upwards(head)) or above.dep_ != "ROOT"


def _phrase(noun: Token, resolver: Resolver) -> str:
    """The words of a source without a name: "interior ministry", "people close to them"."""
    start = min(
        (child.i for child in noun.children if child.i < noun.i and child.dep_ in ("compound", "amod")), default=noun.i
    )
    owner = next((resolver.parties(child) for child in possessors(noun)), [])
    words = noun.doc[start : noun.i + 1].text.lower()
    if owner and owner[0].kind is not ActorKind.COUNTRY:
        return f"{owner[0].name}'s {words}"
    tail = [child for child in noun.children if child.i > noun.i and child.dep_ in ("amod", "prep")]
    end = max((child.right_edge.i for child in tail), default=noun.i)
    return noun.doc[start : end + 1].text if end - noun.i <= 4 else words
