"""The text around an expression while a page is resolved: what it counts from, and what was resolved before it."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import replace

from extractors.days import Days, add_days
from extractors.time_expressions.ancient import told_in
from extractors.time_expressions.build import duration_value, swapped
from extractors.time_expressions.calendar_days import is_possible, value_of
from extractors.time_expressions.explaining import explain, quoted, told
from extractors.time_expressions.fineness import UNIT_DAYS, fineness_of, is_time_of_day, needed_fineness
from extractors.time_expressions.found import Found, Outcome
from extractors.time_expressions.lengths import span_of
from extractors.time_expressions.meanings import Base, Calendar, Duration, Meaning, Recurring, Relative, Shift, Vague
from extractors.time_expressions.offsets import distance_told
from extractors.time_expressions.page import PageTraits
from extractors.time_expressions.placing import as_placed
from extractors.time_expressions.quotation import is_in_quotes
from extractors.time_expressions.reports import is_compared, is_figure_compared, is_long_period, is_year_before
from extractors.time_expressions.resolve import (
    BACK_WEIGHT,
    UNKNOWN_TENSE,
    Settled,
    settle,
)
from extractors.time_expressions.story import is_aside, is_next_year
from extractors.time_expressions.tense import FUTURE
from extractors.time_expressions.told_before import Earlier, is_no_anchor, is_turn
from schemas.enumerations import Anchor, Precision, TimexType

#: Words before a year that make it the time of its sentence.
_FRAMING = frozenset({"in", "since", "by", "until", "from", "during", "early", "late"})
#: Those that say when something happened, not from when or until when something held.
_STORY_FRAMING = frozenset({"in", "by", "during", "early", "late"})
#: An expression with at most so many words before it leads its sentence.
_LEAD = 2
#: The quarter that ended last before a year's first one begins so many days before that year.
_QUARTER_DAYS = 92
_TWO_YEARS = 732
#: How many sentences a quarter is remembered in which results are compared.
_QUARTER_MEMORY = 4
#: "from 2021 until": the month after it is none of that year.
_FROM_YEAR, _RANGE = re.compile(r"\bfrom (?:early |mid-?|late )?\d{4} (?:until|till|to|through) $"), 40
#: How many expressions back an anchor is looked for.
_MEMORY = 12


class Scene:
    """Resolves the expressions of one page from first to last."""

    def __init__(self, text: str, reference: Days | None, traits: PageTraits) -> None:
        self.text = text
        self.reference = reference
        self.traits = traits
        self._earlier: deque[Earlier] = deque(maxlen=_MEMORY)
        self._ancient: Calendar | None = None
        self._quarter: Calendar | None = None
        self._quarter_sentence = self._wide_quarter_sentence = self._long_period_sentence = -_QUARTER_MEMORY - 1

    def resolve(self, found: Found) -> Outcome:
        """The type, value and days of ``found``; it can be the anchor of those that come after it."""
        meaning = self._on_this_page(found.meaning)
        if isinstance(meaning, Duration):
            shift = distance_told(found.before, meaning, found.after) if self.traits.is_history else None
            return self._duration(found, meaning) if shift is None else self._dated(found, shift)
        if isinstance(meaning, Recurring):
            return Outcome(
                TimexType.SET,
                meaning.value,
                None,
                Precision.OPEN,
                Anchor.NONE,
                quoted(self.text, found) + " comes again and again; it names no days",
            )
        if isinstance(meaning, Vague):
            return self._vague(found, meaning)
        return self._dated(found, meaning)

    def _on_this_page(self, meaning: Meaning) -> Meaning:
        if isinstance(meaning, Calendar):
            if meaning.can_swap and self.traits.is_day_first:
                meaning = swapped(meaning)
            if meaning.is_fiscal:
                meaning = replace(meaning, fiscal_end=self.traits.fiscal_end)
        return meaning

    def _dated(self, found: Found, meaning: Calendar | Relative | Shift) -> Outcome:
        if self._ancient is not None and (ancient := told_in(meaning, self._ancient)) is not None:
            meaning = ancient
        base, anchor = self._base(found, meaning)
        meaning = as_placed(found, meaning)
        told = self._compared(found, self._in_told_year(found, meaning))
        settled = settle(told, base, BACK_WEIGHT[found.tense])
        if settled.days is None and anchor is not Anchor.REFERENCE:
            settled = self._guess(found, told)
        if settled.value == "XXXX" and settled.days is not None and isinstance(told, Relative):
            settled = self._by_named_year(told, settled)
        if is_year_before(meaning):
            settled = self._quarter_before(found, settled)
        elif isinstance(meaning, Calendar) and meaning.quarter == 0:
            settled = self._not_narrower(found, meaning, settled)
        if is_compared(meaning):
            settled = self._widened(found, settled)
        if _is_absolute(told):
            anchor = Anchor.NONE
        leads = len(found.before) <= _LEAD or not _STORY_FRAMING.isdisjoint(found.before[-1:])
        if isinstance(meaning, Calendar) and settled.told is not None and settled.told.year is not None and leads:
            self._ancient = settled.told if settled.told.is_before_christ else None
        self._remember(found, meaning, settled, anchor)
        return Outcome(
            _type_of(settled.value),
            settled.value,
            settled.days,
            settled.precision,
            anchor,
            explain(self.text, self.reference, found, settled, anchor),
        )

    def _guess(self, found: Found, told: Calendar | Relative | Shift) -> Settled:
        """Days that hang on something unknown: only the value is given, as if counted from the last date told."""
        known = [one for one in self._earlier if one.fineness == 1 and one.settled.days and not one.is_ahead]
        named = [one for one in known if one.is_named and self.traits.is_history] or known
        base = named[-1].settled.days if named else self.reference
        if self.traits.is_ancient and not known and fineness_of(told) == 1:
            return Settled(None, "BCXXXX-XX-XX", Precision.OPEN)
        return replace(settle(told, base, BACK_WEIGHT[found.tense]), days=None, precision=Precision.OPEN)

    def _by_named_year(self, meaning: Relative, settled: Settled) -> Settled:
        """A year counted from a winter: its value counts from the year that names the winter, its days from both."""
        earlier = self._anchor_of(meaning)
        winter = earlier.settled.told if earlier is not None else None
        if winter is None or winter.year is None or winter.season is None or meaning.unit != "year":
            return settled
        return replace(settled, value=f"{winter.year + meaning.steps:04d}")

    def _base(self, found: Found, meaning: Calendar | Relative | Shift) -> tuple[Days | None, Anchor]:
        """The days that ``meaning`` counts from, and what they are those of."""
        return (None, Anchor.REFERENCE) if self._is_cited(found, meaning) else self._base_in_story(found, meaning)

    def _base_in_story(self, found: Found, meaning: Calendar | Relative | Shift) -> tuple[Days | None, Anchor]:
        wanted = _wanted_base(meaning)
        if self._counts_from_story(found, meaning, wanted):
            wanted = Base.NEAREST
        if isinstance(wanted, Calendar | Relative):
            return settle(wanted, self.reference, BACK_WEIGHT[found.tense]).days, Anchor.REFERENCE
        if wanted is Base.EVENT:
            return None, Anchor.EVENT
        is_told_now = found.tense > 0 or found.before[-1:] == ("since",)
        is_weekend = isinstance(meaning, Relative) and meaning.unit == "weekend" and not self.traits.is_history
        if wanted is Base.NEAREST and (is_weekend or (is_told_now and not self.traits.is_history)):
            wanted = Base.REFERENCE
        if wanted in {Base.EXPRESSION, Base.NEAREST}:
            earlier = self._anchor_of(meaning, found.tense)
            if earlier is not None:
                return self._told_before(earlier, wanted)
            if wanted is Base.EXPRESSION:
                return None, Anchor.EXPRESSION
        if wanted is Base.REFERENCE and isinstance(meaning, Calendar) and is_time_of_day(meaning):
            earlier = self._anchor_of(meaning)
            if earlier is not None and earlier.sentence >= found.sentence - 1:
                return earlier.settled.days, Anchor.EXPRESSION
        return self.reference, Anchor.REFERENCE

    def _told_before(self, earlier: Earlier, wanted: Base | Calendar | Relative) -> tuple[Days | None, Anchor]:
        """The days told before; but of a plan wholly ahead only for words that must count from it, not "the year"."""
        days, here = earlier.settled.days, self.reference
        if wanted is not Base.NEAREST or days is None or days.first is None or here is None:
            return days, Anchor.EXPRESSION
        if here.first is not None and days.first <= here.first:
            return days, Anchor.EXPRESSION
        if here.last is not None and days.first > here.last:
            return here, Anchor.REFERENCE
        return days.hull(here), Anchor.EXPRESSION  # it may be a plan or not

    def _counts_from_story(
        self, found: Found, meaning: Calendar | Relative | Shift, wanted: Base | Calendar | Relative
    ) -> bool:
        """In a history relative words and bare weekdays count from what was told before; its writer lives today."""
        if not isinstance(meaning, Calendar):
            is_now = self.text[found.start : found.end].lower() == "today" and not is_in_quotes(self.text, found.start)
            return self.traits.is_history and wanted is Base.REFERENCE and not is_now
        is_bare = meaning.weekday is not None and meaning.month is None and meaning.selector is None
        return self.traits.is_history and is_bare and wanted is Base.REFERENCE

    def _is_cited(self, found: Found, meaning: Calendar | Relative | Shift) -> bool:
        """In the words of somebody whom a history cites, on a day that the sentence does not tell."""
        if not self.traits.is_history or isinstance(meaning, Calendar) or meaning.base is not Base.REFERENCE:
            return False
        earlier = self._anchor_of(meaning)
        is_told = earlier is not None and earlier.sentence == found.sentence
        return not is_told and is_in_quotes(self.text, found.start)

    def _anchor_of(self, meaning: Calendar | Relative | Shift, tense: int = FUTURE) -> Earlier | None:
        """The last expression resolved before that is fine enough to count from."""
        is_named = isinstance(meaning, Calendar) or meaning.base is not Base.EXPRESSION
        counted = None if is_named or self.traits.is_history else meaning
        is_week = isinstance(meaning, Relative) and (meaning.unit, meaning.base) == ("week", Base.NEAREST)
        for earlier in reversed(self._earlier):
            if counted is not None and is_no_anchor(earlier, counted, tense):
                continue
            if is_week and not earlier.is_named:
                continue  # "earlier in the week" is not of the week that lay so many days ago
            if earlier.is_known and (is_named or needed_fineness(meaning) > UNIT_DAYS["week"]):
                continue  # "the year" and "Monday" are not those of a day whose year nobody told
            is_fine = earlier.settled.days is None or earlier.fineness <= needed_fineness(meaning)
            if is_fine or (counted is not None and is_turn(earlier, counted)):
                return earlier
        return None

    def _in_told_year(self, found: Found, meaning: Calendar | Relative | Shift) -> Calendar | Relative | Shift:
        """A yearless month or day takes the year that the sentence, or in a history the page, told before."""
        if not isinstance(meaning, Calendar) or meaning.year is not None or meaning.frame or meaning.selector:
            return meaning
        if meaning.month is None and meaning.season is None and meaning.quarter is None:
            return meaning
        is_since = found.before[-1:] == ("since",) and not self.traits.is_history
        if is_since or _FROM_YEAR.search(self.text[max(found.start - _RANGE, 0) : found.start]):
            return meaning
        for earlier in reversed(self._earlier):
            days = earlier.settled.days
            if not earlier.is_absolute or days is None or days.first is None or days.last is None:
                continue
            is_here = earlier.sentence == found.sentence
            if not earlier.moves_on and not (is_here and earlier.is_framed):
                continue
            if not self.traits.is_history and (not is_here or found.tense > 0):
                return meaning
            goes_on = earlier.sentence >= found.sentence - 1 and is_next_year(meaning, days.first, earlier.fineness)
            told = replace(meaning, year=days.first.year + goes_on)
            if days.first.year == days.last.year and is_possible(told):
                return told
        return meaning

    def _compared(self, found: Found, meaning: Calendar | Relative | Shift) -> Calendar | Relative | Shift:
        """A year before is the same quarter a year before, where the text speaks of a quarter's results."""
        told = self._quarter if self._quarter_sentence >= found.sentence - _QUARTER_MEMORY else None
        is_long = self._long_period_sentence >= self._quarter_sentence
        if isinstance(meaning, Relative):
            is_quarter = meaning.unit == "quarter" and meaning.base is Base.NEAREST and meaning.part is None
            return told if told and is_quarter else meaning
        if isinstance(meaning, Calendar):
            if (
                is_long
                and meaning.quarter == 0
                and meaning.year
                and "quarter" not in self.text[found.start : found.end]
            ):
                return replace(meaning, quarter=None)
            return self._same_period(found, meaning, told) if meaning.quarter == 0 else meaning
        if not isinstance(meaning, Shift) or meaning.unit != "year" or meaning.sign > 0 or meaning.count.is_vague:
            return meaning
        if told is None or told.year is None or isinstance(meaning.base, Calendar | Relative):
            return meaning
        return Calendar(year=told.year - round(meaning.count.least), quarter=None if is_long else told.quarter)

    def _quarter_before(self, found: Found, settled: Settled) -> Settled:
        """Last year, of a figure that a quarter's is compared with: its value is the quarter, its days are the year."""
        told = self._quarter
        if not found.before and self.text[found.end : found.end + 1] not in {"'", "\u2019"}:
            self._long_period_sentence = found.sentence
        is_near = self._long_period_sentence < self._quarter_sentence >= found.sentence - _QUARTER_MEMORY
        if told is None or not is_near or not is_figure_compared(self.text, found.start, found.end):
            return settled
        before = Calendar(year=(told.year or 0) - 1, quarter=told.quarter)
        if settled.told is None or settled.told.year != before.year:
            return settled
        return replace(settled, value=value_of(before))

    def _same_period(self, found: Found, meaning: Calendar, told: Calendar | None) -> Calendar:
        """The quarter, month or half last spoken of, else the quarter that ended last, in the year of ``meaning``."""
        period = self._period_before(found) if told is None else None
        if period is not None and period.year is not None:
            year = meaning.year or period.year + (meaning.frame.steps if meaning.frame else 0)
            return replace(meaning, year=year, month=period.month, half=period.half, quarter=None, frame=None)
        if told is None:
            told = settle(Relative(unit="quarter", steps=-1), self.reference, UNKNOWN_TENSE).told
        if told is None or told.year is None:
            return replace(meaning, quarter=None)
        year = meaning.year or (told.year + meaning.frame.steps if meaning.frame else told.year)
        return replace(meaning, year=year, quarter=told.quarter, frame=None)

    def _period_before(self, found: Found) -> Calendar | None:
        """The month or half told in this sentence or the one before: what "the same period" compares."""
        if "quarter" in self.text[found.start : found.end]:
            return None
        for earlier in reversed(self._earlier):
            told = earlier.settled.told
            if earlier.sentence >= found.sentence - 1 and told is not None and earlier.fineness != 1:
                return told if told.half is not None or told.month is not None else None
        return None

    def _not_narrower(self, found: Found, meaning: Calendar, settled: Settled) -> Settled:
        """Where no quarter was told, the value names the likely one, but the days are not narrowed by a guess."""
        if self._quarter_sentence >= found.sentence - _QUARTER_MEMORY:
            return settled
        year = settle(replace(meaning, quarter=None), self.reference, UNKNOWN_TENSE).days
        if year is None or year.first is None:
            return replace(settled, days=year, precision=Precision.OPEN)
        return replace(settled, days=Days(add_days(year.first, -_QUARTER_DAYS), year.last), precision=Precision.RANGE)

    def _remember(self, found: Found, meaning: Calendar | Relative | Shift, settled: Settled, anchor: Anchor) -> None:
        told, fineness = settled.told, fineness_of(meaning)
        if fineness == UNIT_DAYS["quarter"] and not isinstance(meaning, Shift):
            is_other_year = isinstance(meaning, Calendar) and meaning.quarter == 0 and (meaning.year or meaning.frame)
            if told is not None and told.quarter and not is_other_year and self._is_news(settled, told):
                self._quarter, self._quarter_sentence = told, found.sentence
            elif told is None:
                self._wide_quarter_sentence = found.sentence
        if anchor is Anchor.EVENT or (anchor is Anchor.EXPRESSION and settled.days is None):
            self._earlier.append(Earlier(found.sentence, settled, fineness, is_absolute=False, moves_on=False))
        if settled.days is not None and not (isinstance(meaning, Shift) and meaning.unit == "year"):
            is_absolute = anchor is Anchor.NONE or (self.traits.is_history and anchor is Anchor.EXPRESSION)
            is_absolute = is_absolute and not is_compared(meaning)  # its year can come from the day of speaking
            moves_on = fineness in {1, UNIT_DAYS["month"]} or len(found.before) <= _LEAD
            is_bound = found.before[-1:] == ("since",) or found.before[-2:] == ("back", "to")
            is_known = isinstance(meaning, Calendar) and meaning.is_known
            moves_on = moves_on and not is_known and not is_aside(found) and (self.traits.is_history or not is_bound)
            is_deictic = anchor is Anchor.REFERENCE and fineness <= UNIT_DAYS["week"]
            is_framed = fineness == UNIT_DAYS["year"] and not _FRAMING.isdisjoint(found.before[-1:])
            self._earlier.append(
                Earlier(
                    found.sentence,
                    settled,
                    fineness,
                    is_absolute,
                    moves_on,
                    is_framed,
                    is_ahead=found.tense > 0,
                    is_named=isinstance(meaning, Calendar),
                    is_bound=is_bound,
                    is_deictic=is_deictic,
                    is_known=is_known,
                )
            )

    def _widened(self, found: Found, settled: Settled) -> Settled:
        """Where the quarter compared with is not known for every day of speaking, no possibility is left out."""
        if settled.days is None or self._wide_quarter_sentence < found.sentence - _QUARTER_MEMORY:
            return settled
        return replace(settled, days=settled.days.shift(-_TWO_YEARS, _TWO_YEARS), precision=Precision.RANGE)

    def _is_news(self, settled: Settled, told: Calendar) -> bool:
        """A quarter whose results are told: not of a year before the one spoken of, not wholly ahead."""
        if self._quarter is not None and (told.year or 0) < (self._quarter.year or 0):
            return False
        if self.reference is None or self.reference.last is None or settled.days is None:
            return True
        return settled.days.first is None or settled.days.first <= self.reference.last

    def _duration(self, found: Found, meaning: Duration) -> Outcome:
        days = span_of(meaning, self.reference)
        anchor = Anchor.REFERENCE if meaning.toward else Anchor.NONE
        precision = Precision.OPEN if days is None or days.is_open else Precision.RANGE
        value = duration_value(meaning.count, meaning.unit)
        if not meaning.toward and found.after[:1] in {("before",), ("after",)}:
            unknown = Settled(None, "XXXX-XX-XX", Precision.OPEN)
            self._earlier.append(Earlier(found.sentence, unknown, 1, is_absolute=False, moves_on=False))
        if is_long_period(meaning, self.text[found.start : found.end]):
            self._long_period_sentence = found.sentence
        text = quoted(self.text, found) + (
            f" is the time {told(days)}" if days else " is a length of time; it names no days"
        )
        return Outcome(TimexType.DURATION, value, days, precision, anchor, text)

    def _vague(self, found: Found, meaning: Vague) -> Outcome:
        days = None
        if self.reference is not None and meaning.toward:
            days = Days(None, self.reference.last) if meaning.toward < 0 else Days(self.reference.first, None)
        anchor = Anchor.REFERENCE if meaning.value.endswith("REF") else Anchor.NONE
        timex_type = TimexType.DATE if meaning.value.endswith("REF") else TimexType.DURATION
        text = quoted(self.text, found) + (f" only bounds the day: {told(days)}" if days else " names no day")
        return Outcome(timex_type, meaning.value, days, Precision.OPEN, anchor, text)


def _wanted_base(meaning: Calendar | Relative | Shift) -> Base | Calendar | Relative:
    if isinstance(meaning, Calendar):
        wanted = meaning.frame.base if meaning.frame is not None else None
        return wanted or (Base.EXPRESSION if meaning.anchored else Base.REFERENCE)
    return meaning.base


def _is_absolute(meaning: Calendar | Relative | Shift) -> bool:
    """The words name their year themselves."""
    if not isinstance(meaning, Calendar) or meaning.frame is not None:
        return False
    return any(part is not None for part in (meaning.year, meaning.decade, meaning.century))


def _type_of(value: str) -> TimexType:
    return (
        TimexType.TIME
        if "T" in value.removeprefix("PAST").removeprefix("PRESENT").removeprefix("FUTURE")
        else TimexType.DATE
    )
