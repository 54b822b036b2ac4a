"""The rows of one article's claims, with the actors and places they refer to."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field, replace

from extractors.claims import Dating
from extractors.event_mentions.attribution import Source
from extractors.event_mentions.cast import Party
from extractors.event_mentions.counts import Count
from extractors.event_mentions.document import DatedTrigger, Document, StatusReading, Trigger
from extractors.event_mentions.identity import actor_id_of
from extractors.event_mentions.participants import Part
from extractors.event_mentions.places import Where
from schemas import Actor, ActorAlias, EventMention, Participant, Place
from schemas.enumerations import PartOfSpeech

_POS = {
    "VERB": PartOfSpeech.VERB,
    "AUX": PartOfSpeech.VERB,
    "NOUN": PartOfSpeech.NOUN,
    "PROPN": PartOfSpeech.NOUN,
    "ADJ": PartOfSpeech.ADJECTIVE,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """All that was read about one trigger; ``sentence`` is its number, start and end."""

    trigger: Trigger
    status: StatusReading
    source: Source
    parts: tuple[Part, ...]
    where: Where | None
    count: Count | None
    sentence: tuple[int, int, int]
    phrase: str | None = None


def mention_id_of(article_id: str, sentence: str, trigger: str, occurrence: int) -> str:
    """The id of the ``occurrence``-th claim (from 0) with this trigger in this sentence: 16 hexadecimal digits."""
    return hashlib.sha256(f"{article_id}\n{sentence}\n{trigger}\n{occurrence}".encode()).hexdigest()[:16]


@dataclass(slots=True)
class Rows:
    """The rows of one article, gathered claim by claim."""

    document: Document
    mentions: list[EventMention] = field(default_factory=list)
    participants: list[Participant] = field(default_factory=list)
    datings: list[Dating] = field(default_factory=list)
    actors: dict[str, Actor] = field(default_factory=dict)
    aliases: dict[tuple[str, str], ActorAlias] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    _seen: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, claim: Claim, dated: DatedTrigger) -> str:
        """Add the rows of ``claim`` with the days of ``dated``; the id of its mention."""
        mention = self._mention(claim, dated)
        self.mentions.append(mention)
        self.datings.append(replace(dated.dating, mention_id=mention.mention_id))
        for number, part in enumerate(claim.parts):
            self._add_part(mention.mention_id, number, part)
        if claim.where is not None:
            self.places.setdefault(claim.where.place.place_id, claim.where.place)
        return mention.mention_id

    def _add_part(self, mention_id: str, number: int, part: Part) -> None:
        actor_id = self._actor(part.party)
        self.participants.append(
            Participant(
                mention_id=mention_id,
                participant_number=number,
                role=part.role,
                actor_id=actor_id,
                name=part.party.name,
                start_offset=part.start,
                end_offset=part.end,
            )
        )

    def _actor(self, party: Party) -> str:
        actor_id = actor_id_of(party.name, party.kind)
        if actor_id not in self.actors:
            self.actors[actor_id] = Actor(
                actor_id=actor_id,
                name=party.name,
                kind=party.kind,
                country_code=party.country_code,
                wikidata_id=party.wikidata_id,
            )
        for alias in sorted(party.aliases):
            self.aliases.setdefault((actor_id, alias), ActorAlias(actor_id=actor_id, alias=alias))
        return actor_id

    def _mention(self, claim: Claim, dated: DatedTrigger) -> EventMention:
        trigger, (number, start, end) = claim.trigger, claim.sentence
        sentence, words = self.document.body_text[start:end], trigger.span.text
        occurrence = self._seen[sentence, words]
        self._seen[sentence, words] += 1
        expression, count, where = dated.time_expression, claim.count, claim.where
        return EventMention(
            mention_id=mention_id_of(self.document.article_id, sentence, words, occurrence),
            article_id=self.document.article_id,
            sentence_number=number,
            sentence=sentence,
            trigger=words,
            part_of_speech=_POS.get(trigger.span.root.pos_, PartOfSpeech.OTHER),
            phrase=claim.phrase,
            start_offset=trigger.span.start_char,
            end_offset=trigger.span.end_char,
            event_type=trigger.event_type,
            event_mode=trigger.event_mode,
            cameo_code=trigger.cameo_code,
            status=dated.status,
            status_cue=claim.status.cue,
            attributed_to=claim.source.name,
            attribution_verb=claim.source.verb,
            is_quotation=claim.source.is_quotation,
            time_expression_id=expression.time_expression_id if expression else None,
            time_text=dated.time_text,
            told_first_day=dated.days.first,
            told_last_day=dated.days.last,
            first_day=dated.days.first,
            last_day=dated.days.last,
            begin_last_day=dated.begin_last_day,
            end_first_day=dated.end_first_day,
            precision=dated.precision,
            interval_kind=dated.interval_kind,
            day_role=dated.day_role,
            date_rule=dated.dating.rule,
            explanation=dated.explanation,
            place_id=where.place.place_id if where else None,
            place=where.words if where else None,
            count=count.number if count else None,
            count_operator=count.operator if count else None,
        )
