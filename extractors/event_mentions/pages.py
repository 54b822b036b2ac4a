"""Writes docs/event-types.md from the lexicon: ``python -m extractors.event_mentions.pages > docs/event-types.md``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from extractors.lexicons import load
from schemas.enumerations import EventType

#: What each type covers, in one line.
MEANINGS = {
    EventType.AGREE: "deals, treaties, truces, and accepting an offer",
    EventType.CONSULT: "meetings, summits, talks, calls, visits, mediation",
    EventType.SUPPORT: "praise, endorsement, tribute",
    EventType.CONCEDE: "giving in, releasing people, easing measures, apologies",
    EventType.COOPERATE: "working together, joining an alliance",
    EventType.AID: "rescue, relief, evacuation, arms and money given",
    EventType.RETREAT: "withdrawing troops, leaving a bloc",
    EventType.REQUEST: "demands, appeals, proposals, calls for help",
    EventType.ACCUSE: "accusations, condemnation, complaints",
    EventType.REJECT: "refusals and vetoes",
    EventType.THREATEN: "threats and ultimatums",
    EventType.PROTEST: "demonstrations, strikes, walkouts, riots",
    EventType.SANCTION: "sanctions, tariffs, expelled diplomats, suspended ties",
    EventType.MOBILIZE: "deployments, exercises, call-ups",
    EventType.COERCE: "arrests, raids, bans, curfews, coups, military operations short of an attack",
    EventType.ASSAULT: "attacks, bombings, invasions, murders, kidnappings, war",
    EventType.STATEMENT: "announcements and what is said on a public occasion or with a date of its own",
    EventType.ELECTION: "elections, rounds, ballots, recounts, candidacies",
    EventType.REFERENDUM: "referendums and plebiscites",
    EventType.INAUGURATION: "taking office, oaths, coronations",
    EventType.CONTROL: "annexing, capturing or holding territory, independence",
    EventType.LEGAL: "courts, prosecutors, inquiries, laws and regulators",
    EventType.DISASTER: "forces of nature and epidemics",
    EventType.ACCIDENT: "crashes, fires, collapses, injuries",
    EventType.DEATH: "deaths, funerals",
    EventType.LAUNCH: "space flight and missile tests: launches, landings, attempts",
    EventType.BUSINESS: "acts of companies and markets",
    EventType.SPORT: "matches, results, transfers",
    EventType.OTHER: "what a chronology lists and no other type covers; any dated predicate of no known type",
}
_WORD_KEYS = ("verbs", "dated_verbs", "nouns", "dated_nouns")


def event_types_page() -> str:
    """The page as Markdown: a table of types, then for each type its acts with their words and examples."""
    return "\n".join([*_head(), *(line for event_type in EventType for line in _section(event_type))]) + "\n"


def _head() -> Iterator[str]:
    yield "# Event types"
    yield ""
    yield "Generated from `extractors/lexicons/events.toml` (`python -m extractors.event_mentions.pages`); do not edit."
    yield "How to add a word or a type: [how-to-add-an-event-type.md](how-to-add-an-event-type.md)."
    yield ""
    yield "| type | covers | words |"
    yield "|---|---|---|"
    for event_type in EventType:
        count = sum(len(act.get(key, ())) for act in _acts(event_type) for key in _WORD_KEYS)
        yield f"| [{event_type}](#{event_type.value.lower()}) | {MEANINGS[event_type]} | {count} |"


def _acts(event_type: EventType) -> list[dict[str, Any]]:
    return [act for act in load("events")["acts"] if act["type"] == event_type.value]


def _section(event_type: EventType) -> Iterator[str]:
    yield ""
    yield f"## {event_type}"
    yield ""
    yield f"{MEANINGS[event_type][0].upper()}{MEANINGS[event_type][1:]}."
    for act in _acts(event_type):
        yield ""
        yield f"**{act['mode']}**" + (f" (CAMEO {act['cameo']})" if "cameo" in act else "")
        yield ""
        yield from _words(act)
        yield from (f"- > {example}" for example in act["examples"])
        yield from (f"- not: > {example}" for example in act.get("not_examples", ()))


def _words(act: dict[str, Any]) -> Iterator[str]:
    names = {
        "verbs": "verbs",
        "dated_verbs": "verbs, with a date of their own",
        "nouns": "nouns",
        "dated_nouns": "nouns, with a date of their own",
        "objects": "only done to",
        "subjects": "only done by",
        "prepositions": "only with",
        "modifiers": "only after",
        "context": "only in an article that speaks of one of",
        "unless": "not beside",
    }
    for key, name in names.items():
        if act.get(key):
            yield f"- {name}: {', '.join(act[key])}"


if __name__ == "__main__":
    print(event_types_page(), end="")
