"""Words that bound the day an article speaks from, whatever its masthead says."""

from __future__ import annotations

import calendar
import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from extractors import lexicons
from extractors.calendar.offices import adjectives, holders, terms_of
from extractors.calendar.recurrences import rule_of
from extractors.claims import ReferenceClue
from extractors.days import ANY_DAY, Days, add_days
from extractors.known_days import known_day_in, known_days
from schemas import TimeExpression
from schemas.enumerations import TimexType

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "‑": "-"})
_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: n for n, word in enumerate(_NUMBER_WORDS, 1)}
_MONTHS = {name.casefold(): n for n, name in enumerate(calendar.month_name) if name}
_EXPLICIT = re.compile(r"(?:1[6-9]|20)\d\d(?:-\d\d){0,2}")
#: Explicit days that are worth keeping: the latest say most.
_KEPT_EXPLICIT = 2
INCIDENT = "a known day without its year has passed"


@dataclass(frozen=True, slots=True)
class _Found:
    """A wording found in a text: the days it leaves, one interval for each way to read it."""

    options: tuple[Days, ...]
    rule: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Wording:
    name: str
    pattern: re.Pattern[str]
    gives: str
    needs_past: bool


def find_clues(
    title: str | None, body_text: str, time_expressions: Sequence[TimeExpression]
) -> tuple[ReferenceClue, ...]:
    """The clues in one article that can all hold, by offset.

    ``time_expressions`` are resolved without any reference day. Words that say something of the year only together with
    other clues have open days and a rule that :mod:`extractors.calendar.recurrences` understands. The title carries no
    clue because clues are quoted from the body.
    """
    del title
    text = body_text.translate(_STRAIGHT)
    found = _agreeing([*_wordings_in(text), *_explicit_days(text, time_expressions)])
    clues = [
        ReferenceClue(
            days=days, rule=one.rule, quote=body_text[one.start : one.end], start_offset=one.start, end_offset=one.end
        )
        for one, days in [*found, *((one, ANY_DAY) for one in _recurring_in(text))]
    ]
    return tuple(sorted(clues, key=lambda clue: (clue.start_offset, clue.end_offset, clue.rule)))


def _agreeing(found: Sequence[_Found]) -> list[tuple[_Found, Days]]:
    """The wordings that can hold together, each with the days that its remaining readings leave.

    Wordings with fewer days are heard first; one that contradicts all that was heard before says nothing.
    """
    days, kept = ANY_DAY, list[_Found]()
    for one in sorted(found, key=lambda one: (_span(one.options), one.start)):
        met = [common for option in one.options if (common := days.intersection(option)) is not None]
        if met:
            days = _hull(met)
            kept.append(one)
    return [(one, _hull(option for option in one.options if option.meets(days))) for one in kept]


def _hull(options: Iterable[Days]) -> Days:
    return functools.reduce(Days.hull, options)


def _span(options: Sequence[Days]) -> int:
    """Days left by the widest reading; readings without end come last, the latest begin first."""
    widest = 0
    for option in options:
        if option.first is None or option.last is None:
            return 10**7 - (option.first or date.min).toordinal()
        widest = max(widest, (option.last - option.first).days)
    return widest


def straightened(text: str) -> str:
    """``text`` with quotation marks and hyphens made plain, as the lexicons write them; offsets stay."""
    return text.translate(_STRAIGHT)


@functools.cache
def _wordings(section: str) -> tuple[_Wording, ...]:
    return tuple(
        _Wording(
            name=entry["name"],
            pattern=re.compile(_filled(entry["pattern"]), re.IGNORECASE),
            gives=entry["gives"],
            needs_past=entry.get("needs_past", False),
        )
        for entry in lexicons.load("reference_clues")[section]
    )


def wording(section: str, name: str) -> re.Pattern[str]:
    """The pattern of the wording ``name`` of the lexicon, slots filled; raises StopIteration when there is none."""
    return next(one.pattern for one in _wordings(section) if one.name == name)


def _filled(pattern: str) -> str:
    """``pattern`` with its slots filled; every slot becomes a numbered group, since one may stand twice."""
    names = [name for holder in holders() for name in sorted(holder.names, key=len, reverse=True)]
    slots = {
        "holder": f"(?-i:{_any_of(name.title() for name in names)})\\b",
        "full_holder": f"(?-i:{_any_of(name.title() for name in names if ' ' in name)})\\b",
        "adjective": f"(?-i:{_any_of(adjectives())})",
        "known": "|".join(known.pattern.pattern for known in known_days()),
        "number": f"{_any_of(_NUMBERS)}|\\d{{1,2}}",
        "month": _any_of(_MONTHS),
        "day": "\\d{1,2}(?:st|nd|rd|th)?",
    }
    counter = iter(range(100))
    return re.sub(r"\{([a-z_]+)\}", lambda m: f"(?P<{m[1]}_{next(counter)}>{slots[m[1]]})", pattern)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in words)


def _slot(match: re.Match[str], name: str) -> str | None:
    return next((value for key, value in match.groupdict().items() if value and key.rpartition("_")[0] == name), None)


def _wordings_in(text: str) -> Iterable[_Found]:
    for wording in _wordings("clues"):
        for match in wording.pattern.finditer(text):
            options = _options(wording.gives, match, text)
            if options:
                rule = INCIDENT if wording.gives == "passed" and _is_incident(match) else wording.name
                yield _Found(options, rule, match.start(), match.end())


def _is_incident(match: re.Match[str]) -> bool:
    known = known_day_in(match[0])
    return known is not None and known.is_incident


def _options(gives: str, match: re.Match[str], text: str) -> tuple[Days, ...]:
    if gives in {"elected", "in_office", "term"}:
        return _of_office(gives, match, text)
    known = known_day_in(_slot(match, "known") or "")
    if known is None:
        return ()
    if gives == "passed":
        return (Days(known.first_day, None),)
    number = _number(_slot(match, "number") or "")
    day = add_days(known.first_day, round(365.25 * number))
    return (Days(add_days(day, -183), day),) if gives == "almost_years" else (Days(day, add_days(day, 365)),)


def _of_office(gives: str, match: re.Match[str], text: str) -> tuple[Days, ...]:
    name = _slot(match, "holder") or _slot(match, "full_holder")
    if name is None and gives == "term":
        name = _holder_near(match, text)
        if name is None:
            return ()
    terms = terms_of(name)
    if gives == "elected":
        return tuple(Days(term.elected, add_days(term.first_day, -1)) for term in terms)
    if gives == "in_office" and _names_past_year(match, text):
        return tuple(Days(term.first_day, None) for term in terms[:1])
    return tuple(Days(term.first_day, term.last_day) for term in terms)


def _holder_near(match: re.Match[str], text: str) -> str | None:
    """The only office holder named in the sentence of ``match``."""
    start, end = _clause(text, match.start(), match.end())
    named = {holder.names[0] for holder in holders() if holder.names[-1].title() in text[start:end]}
    return named.pop() if len(named) == 1 else None


def _names_past_year(match: re.Match[str], text: str) -> bool:
    """The sentence of ``match`` names a year: it may look back on an office that is over."""
    start, end = _clause(text, match.start(), match.end())
    return re.search(r"\b(?:19|20)\d\d\b", text[start:end]) is not None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.get(word.casefold(), 0)


def _recurring_in(text: str) -> Iterable[_Found]:
    seen: set[str] = set()
    for wording in _wordings("recurring"):
        for match in wording.pattern.finditer(text):
            month_number = _MONTHS.get((_slot(match, "month") or "december").casefold(), 12)
            day = int(re.sub(r"\D", "", _slot(match, "day") or "1"))
            rule = rule_of(wording.gives, wording.name, month_number, day)
            is_clue = not wording.needs_past or shows_past(text, match.start(), match.end())
            if is_clue and rule not in seen and 1 <= day <= 31:
                seen.add(rule)
                yield _Found((ANY_DAY,), rule, match.start(), match.end())


def _explicit_days(text: str, time_expressions: Iterable[TimeExpression]) -> list[_Found]:
    """The latest explicit days that are told as past: the article was written on them or later."""
    found = [
        _Found((Days(row.first_day, None),), "told as past", *_with_words_before(text, row))
        for row in time_expressions
        if row.timex_type is TimexType.DATE
        and row.first_day is not None
        and _EXPLICIT.fullmatch(row.timex_value)
        and row.timex_value[:4] in row.quote
        and not row.quote.casefold().startswith("the ")
        and _is_surely_past(text, row.start_offset, row.end_offset)
    ]
    latest = sorted(found, key=lambda one: (one.options[0].first or date.min, -one.start), reverse=True)
    return latest[:_KEPT_EXPLICIT]


def shows_past(text: str, start: int, end: int) -> bool:
    """Whether the clause around ``text[start:end]`` tells of what happened and holds no word about what is to come."""
    first, last = _clause(text, start, end)
    clause = f"{text[first:start]} {text[end:last]} {text[start:end]}"
    shows, hides = _past_words()
    return shows.search(clause) is not None and hides.search(clause) is None


def _is_surely_past(text: str, start: int, end: int) -> bool:
    """A preposition of past time leads to ``text[start:end]`` and the nearest word that shows time shows the past."""
    first, last = _clause(text, start, end)
    leads = re.compile(rf"(?:{_past()['leads']})\s*$", re.IGNORECASE).search(text[first:start])
    if leads is None:
        return False
    if leads[0].casefold().startswith("since"):
        return True
    shows, hides = _past_words()
    before = text[first : first + leads.start()]
    shown_until, hidden_until = (
        max((one.end() for one in words.finditer(before)), default=-1) for words in (shows, hides)
    )
    if shown_until >= 0 or hidden_until >= 0:
        return shown_until > hidden_until
    after = text[end:last]
    shown, hiding = shows.search(after), hides.search(after)
    return shown is not None and (hiding is None or shown.start() < hiding.start())


def _past() -> dict[str, str]:
    words: dict[str, str] = lexicons.load("reference_clues")["past"]
    return words


@functools.cache
def _past_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    shows, hides = (re.compile(rf"\b(?:{_past()[key]})\b", re.IGNORECASE) for key in ("shows", "hides"))
    return shows, hides


_END = re.compile(r"[.!?](?=\s+[\"'(]?[A-Z0-9])|[;\n]")


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence (or part between semicolons) around ``text[start:end]``; at most 300 either side."""
    lowest = max(0, start - 300)
    before = [match.end() for match in _END.finditer(text, lowest, start)]
    after = _END.search(text, end, end + 300)
    return (before[-1] if before else lowest), (after.start() if after else min(len(text), end + 300))


def _with_words_before(text: str, row: TimeExpression, count: int = 6) -> tuple[int, int]:
    """The bounds of ``row`` with up to ``count`` words of its clause before it, so that a quote can be understood."""
    start, end = row.start_offset, row.end_offset
    first, _ = _clause(text, start, end)
    words = list(re.finditer(r"\S+", text[first:start]))[-count:]
    return (first + words[0].start() if words else start), end
