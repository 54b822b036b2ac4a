"""How far from its article's own day a claim places an event, where that day is not known.

The rules that date a claim are asked for a run of reference days; what stays the same distance from the day, or from
the Monday of its week, is a bound between the two. Nothing here knows a rule by name.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from extractors.claims import ArticleClaims, Reference
from extractors.days import Days, add_days, day_of
from extractors.event_mentions import redate

#: Two runs of days, months apart: a distance found in both does not hang on months or years.
_RUN = 15
_RUNS_APART = 141
_FALLBACK = date(2024, 3, 11)


@dataclass(frozen=True, slots=True)
class Offset:
    """``least <= day(mention) - day(article) <= most``; from the Monday of the article's week if ``from_monday``."""

    mention_id: str
    least: int | None
    most: int | None
    from_monday: bool


def offsets_of(claims: ArticleClaims, wanted: Collection[str]) -> list[Offset]:
    """The distances told in one article by words of its own, for its ``wanted`` mentions and in their order."""
    timed = [one.mention_id for one in claims.mentions if one.time_expression_id and one.mention_id in wanted]
    if not timed:
        return []
    start = claims.article.reference_first_day or claims.article.reference_last_day or _FALLBACK
    days = [add_days(start, shift + step) for shift in (0, _RUNS_APART) for step in range(_RUN)]
    told = [_told(claims, day) for day in days]
    found = (_offset(mention_id, days, [one[mention_id] for one in told]) for mention_id in timed)
    return [offset for offset in found if offset is not None]


def _told(claims: ArticleClaims, day: date) -> dict[str, Days]:
    dated = redate(claims, Reference(days=day_of(day), rule="trial", explanation="a trial day"))
    return {one.mention_id: Days(one.told_first_day, one.told_last_day) for one in dated.mentions}


def _offset(mention_id: str, days: Sequence[date], told: Sequence[Days]) -> Offset | None:
    if len(set(told)) == 1:
        return None
    mondays = [add_days(day, -day.weekday()) for day in days]
    if _is_constant(mondays, told):
        least, most = _distance(mondays, told)
        return Offset(mention_id, least, most, from_monday=True)
    if _distance(days[:_RUN], told[:_RUN]) == _distance(days[_RUN:], told[_RUN:]):
        least, most = _distance(days, told)
        return None if least is None and most is None else Offset(mention_id, least, most, from_monday=False)
    return None


def _is_constant(days: Sequence[date], told: Sequence[Days]) -> bool:
    return len({_distance([day], [one]) for day, one in zip(days, told, strict=True)}) == 1


def _distance(days: Sequence[date], told: Sequence[Days]) -> tuple[int | None, int | None]:
    pairs = list(zip(days, told, strict=True))
    firsts = [None if one.first is None else (one.first - day).days for day, one in pairs]
    lasts = [None if one.last is None else (one.last - day).days for day, one in pairs]
    known_firsts = [one for one in firsts if one is not None]
    known_lasts = [one for one in lasts if one is not None]
    return (
        min(known_firsts) if len(known_firsts) == len(firsts) else None,
        max(known_lasts) if len(known_lasts) == len(lasts) else None,
    )
