from __future__ import annotations

import dataclasses
from datetime import date, timedelta

from extractors.claims import ArticleClaims, Reference
from extractors.days import Days, day_of
from extractors.event_mentions import extract_mentions, redate
from schemas import Article, ArticleText
from schemas.enumerations import MastheadVerdict, PublishedMethod, ReferenceMethod
from tests.extractors.event_mentions.bracketed import SPOKEN, document_of

TEXT = (
    "The mayor resigned on Monday. She will meet the governor on Friday. The parliament elected her in 2019. "
    "Two days after her resignation thousands marched through the town. The army will attack the port by Sunday."
)


def _reference(days: Days) -> Reference:
    return Reference(days=days, rule="given", explanation="given by the test")


def _claims(days: Days) -> ArticleClaims:
    document = document_of(TEXT, days)
    found = extract_mentions(document)
    article = Article(
        article_id="test",
        source_uri="test",
        source_name=None,
        reader="text",
        title=None,
        language="en",
        content_sha256="0" * 64,
        version_of=None,
        is_latest=True,
        masthead_day=None,
        masthead_verdict=MastheadVerdict.ABSENT,
        published_day=None,
        published_method=PublishedMethod.NONE,
        reference_first_day=days.first,
        reference_last_day=days.last,
        reference_method=ReferenceMethod.CONTENT,
        reference_explanation="given by the test",
        duplicate_of=None,
        source_family="test",
        character_count=len(TEXT),
    )
    return ArticleClaims(
        article=article,
        text=ArticleText(article_id="test", body_text=TEXT),
        dates=(),
        time_expressions=document.time_expressions,
        mentions=found.mentions,
        participants=found.participants,
        actors=found.actors,
        aliases=found.aliases,
        places=found.places,
        clues=(),
        relations=found.relations,
        datings=found.datings,
        repeated_blocks=(),
    )


def test_the_same_reference_gives_the_same_claims() -> None:
    """Following the recipes anew changes nothing when nothing new is known."""
    claims = _claims(day_of(SPOKEN))
    assert redate(claims, _reference(day_of(SPOKEN))) == claims


def test_redating_equals_reading_with_the_new_reference() -> None:
    """Whatever was assumed first: redated days are those of a fresh reading on the true day."""
    later = day_of(SPOKEN + timedelta(days=21))
    fresh = {m.mention_id: (m.told_first_day, m.told_last_day, m.precision) for m in _claims(later).mentions}
    again = redate(_claims(day_of(SPOKEN)), _reference(later))
    assert {m.mention_id: (m.told_first_day, m.told_last_day, m.precision) for m in again.mentions} == fresh


def test_an_unknown_reference_becomes_a_day() -> None:
    """A page of unknown day has wide days until it is dated; absolute years stay."""
    wide = _claims(Days(date(2024, 5, 1), date(2024, 5, 31)))
    known = redate(wide, _reference(day_of(SPOKEN)))
    narrowed = [m for m, n in zip(wide.mentions, known.mentions, strict=True) if m.told_first_day != n.told_first_day]
    assert narrowed
    assert (known.article.reference_first_day, known.article.reference_last_day) == (SPOKEN, SPOKEN)
    years = [m for m in known.mentions if m.time_text == "2019"]
    assert [(m.told_first_day, m.told_last_day) for m in years] == [(date(2019, 1, 1), date(2019, 12, 31))]


def test_a_mention_without_a_recipe_keeps_its_days() -> None:
    """Nothing is lost when a recipe is missing."""
    claims = dataclasses.replace(_claims(day_of(SPOKEN)), datings=())
    assert redate(claims, _reference(day_of(SPOKEN + timedelta(days=7)))).mentions == claims.mentions
