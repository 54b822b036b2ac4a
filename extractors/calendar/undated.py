"""Articles without a day of their own: what their words and the events they tell of leave to it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping

from extractors.calendar.bounds import ORIGIN, Bound, number_of
from extractors.calendar.clues import INCIDENT
from extractors.calendar.recurrences import narrowed
from extractors.calendar.references import shown
from extractors.calendar.settling import Settled
from extractors.calendar.telling import Sources, bound_of
from extractors.claims import ArticleClaims, Reference
from extractors.days import ANY_DAY, Days
from extractors.event_mentions import redate
from schemas.enumerations import ReferenceMethod

#: Days by which a bound from the Monday of a week can miss the day itself.
_WEEK = 6


def is_undated(claims: ArticleClaims) -> bool:
    """No publication day was believed: the day the article speaks from is an interval."""
    return claims.article.published_day is None


def reference_days(claims: ArticleClaims) -> Days:
    """The days the article's words can have been spoken, as far as known."""
    return Days(claims.article.reference_first_day, claims.article.reference_last_day)


def clue_bounds(given: Iterable[ArticleClaims], thumbs: Mapping[str, Days], sources: Sources) -> Iterator[Bound]:
    """What the words of each undated article alone say of its day, and what rules of thumb then leave (``thumbs``)."""
    for one in given:
        article = one.article
        days = reference_days(one)
        if not is_undated(one):
            continue
        witness = sources.witness(article.article_id)
        if days != ANY_DAY:
            yield bound_of(ORIGIN, article.article_id, days, "clue", article.reference_explanation, witness)
        if article.article_id in thumbs:
            reason = "how news tells of months and days without a year"
            yield bound_of(ORIGIN, article.article_id, thumbs[article.article_id], "thumb", reason, witness)


def thumb_days(claims: ArticleClaims, days: Days) -> Days | None:
    """What rules of thumb take away from the reference ``days``; None when they take nothing."""
    is_recent = any(clue.rule == INCIDENT for clue in claims.clues)
    smaller, used = narrowed(days, claims.clues, is_recent=is_recent)
    return smaller if used and smaller != days else None


def sharpened(
    given: ArticleClaims, settled: Settled, bounds: Iterable[Bound], labels: Mapping[str, str]
) -> Reference | None:
    """The reference that other articles leave to an undated one; None when they say no more than its own words.

    ``bounds`` are those between the article, or the Monday of its week, and others; ``labels`` name the events.
    """
    own, days = reference_days(given), settled.of(given.article.article_id)
    if days == own or not own.holds(days):
        return None
    causes = "; ".join(_causes(given.article.article_id, days, settled, bounds, labels))
    text = f"{given.article.reference_explanation}; with other articles {shown(days)}"
    return Reference(days=days, rule="other_articles", explanation=f"{text}: {causes}" if causes else text)


def _causes(
    article_id: str, days: Days, settled: Settled, bounds: Iterable[Bound], labels: Mapping[str, str]
) -> Iterator[str]:
    """The bounds that hold the reference days where they are, in words."""
    first, last = number_of(days.first), number_of(days.last)
    for bound in bounds:
        if bound.right == article_id:
            continue
        event = settled.of(bound.right)
        low, high = number_of(event.first), number_of(event.last)
        slack = _WEEK if bound.left != article_id else 0
        is_upper = bound.least is not None and high is not None and last is not None
        is_lower = bound.most is not None and low is not None and first is not None
        if (is_upper and 0 <= last - (high - bound.least) <= slack) or (  # type: ignore[operator]
            is_lower and 0 <= first - (low - bound.most) <= slack  # type: ignore[operator]
        ):
            label = labels.get(bound.right.rpartition(".")[0], bound.right)
            yield f"“{bound.reason}” of {label} ({shown(event)})"


def redated(claims: ArticleClaims, reference: Reference) -> ArticleClaims:
    """The claims with the days that follow from a reference which other articles gave."""
    dated = redate(claims, reference)
    article = dataclasses.replace(
        dated.article,
        reference_first_day=reference.days.first,
        reference_last_day=reference.days.last,
        reference_method=ReferenceMethod.OTHER_ARTICLES,
        reference_explanation=reference.explanation,
    )
    return dataclasses.replace(dated, article=article)
