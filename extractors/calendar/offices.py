"""Terms of office that texts lean on, from the lexicon ``office_holders``."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import date

from extractors import lexicons


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
