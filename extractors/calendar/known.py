"""Days and terms of office that texts lean on, from the lexicons ``known_days`` and ``office_holders``."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import date

from extractors import lexicons
from extractors.days import Days


@dataclass(frozen=True, slots=True)
class KnownDay:
    """A happening whose days everybody can check; ``is_incident``: named without a year it is a year old at most."""

    name: str
    days: Days
    pattern: re.Pattern[str]
    is_incident: bool


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office: elected on a day, in office from ``first_day`` to ``last_day``."""

    elected: date
    first_day: date
    last_day: date | None


@dataclass(frozen=True, slots=True)
class Holder:
    """A holder of an office: names (the full one first, folded) and terms in order."""

    names: tuple[str, ...]
    terms: tuple[Term, ...]


@functools.cache
def known_days() -> tuple[KnownDay, ...]:
    """Every known day, in the order of the lexicon."""
    return tuple(
        KnownDay(
            name=entry["name"],
            days=Days(entry["first_day"], entry.get("last_day", entry["first_day"])),
            pattern=re.compile("|".join(f"(?:{phrase})" for phrase in entry["phrases"]), re.IGNORECASE),
            is_incident=entry.get("is_incident", False),
        )
        for entry in lexicons.load("known_days")["known_days"]
    )


def known_day_in(text: str) -> KnownDay | None:
    """The known day that ``text`` (quotes made straight) names, or None."""
    return next((known for known in known_days() if known.pattern.search(text)), None)


@functools.cache
def holders() -> tuple[Holder, ...]:
    """Every holder of an office, in the order of the lexicon."""
    return tuple(
        Holder(
            names=tuple(name.casefold() for name in holder["names"]),
            terms=tuple(Term(term["elected"], term["first_day"], term.get("last_day")) for term in holder["terms"]),
        )
        for office in lexicons.load("office_holders")["offices"]
        for holder in office["holders"]
    )


@functools.cache
def adjectives() -> tuple[str, ...]:
    """How texts name the country before the title of an office."""
    return tuple(word for office in lexicons.load("office_holders")["offices"] for word in office["adjectives"])


def terms_of(name: str | None) -> tuple[Term, ...]:
    """The terms of the holder called ``name``; of all holders when no name is given; none for a stranger."""
    if name is None:
        return tuple(term for holder in holders() for term in holder.terms)
    return tuple(term for holder in holders() if name.casefold() in holder.names for term in holder.terms)
