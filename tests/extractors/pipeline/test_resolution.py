"""Many articles' claims onto one calendar."""

from __future__ import annotations

from datetime import date
from typing import Any

from extractors.pipeline import resolve
from extractors.pipeline.resolution import Tables
from schemas import Correction
from schemas.corrections import CorrectionKind
from tests.extractors.pipeline.sources import MEETING, claims

LATER = (
    "Rail deal criticised\n\n"
    "STOCKHOLM, March 8, 2024 - Unions in Sweden attacked the agreement on rail traffic that the ministers of Norway "
    "and Sweden signed in Oslo on 5 March 2024.\n\n"
    "A strike is planned for 12 March 2024, the unions said.\n"
)


def rows(tables: Tables) -> dict[str, list[Any]]:
    """The tables with their rows in one order."""
    return {name: sorted(content, key=repr) for name, content in tables.items()}


def test_the_order_of_articles_changes_nothing() -> None:
    """On an empty ledger the tables are a function of the set of articles."""
    first, second = claims(MEETING), claims(LATER, "later.txt")
    assert rows(resolve([first, second])) == rows(resolve([second, first]))


def test_resolving_again_with_the_ledger_changes_nothing() -> None:
    """Ids are kept, so nothing is redirected and nothing renamed."""
    articles = [claims(MEETING), claims(LATER, "later.txt")]
    once = resolve(articles)
    assert rows(resolve(articles, once["event_ids"])) == rows(once)


def test_every_mention_of_a_speaking_article_is_evidence_of_one_event() -> None:
    """No claim is lost and none counts twice."""
    tables = resolve([claims(MEETING), claims(LATER, "later.txt")])
    mentions = sorted(each.mention_id for each in tables["event_mentions"])
    assert sorted(each.mention_id for each in tables["evidence"]) == mentions
    assert {each.event_id for each in tables["evidence"]} == {each.event_id for each in tables["events"]}


def test_an_older_version_stays_readable_and_does_not_speak() -> None:
    """Its text and claims are rows; no event rests on them."""
    older, newer = claims(MEETING), claims(MEETING + "\nThe ministers did not take questions.\n")
    tables = resolve([older, newer])
    assert {each.article_id for each in tables["articles"]} == {older.article.article_id, newer.article.article_id}
    speaking = {each.mention_id for each in tables["evidence"]}
    assert speaking == {each.mention_id for each in newer.mentions}


def test_a_retracted_article_does_not_speak() -> None:
    """A person's word silences an article without deleting it."""
    article = claims(MEETING)
    correction = Correction(
        who="editor",
        day=date(2024, 4, 1),
        kind=CorrectionKind.RETRACT,
        why="fabricated",
        article_id=article.article.article_id,
    )
    tables = resolve([article], corrections=[correction])
    assert tables["events"] == []
    assert [each.article_id for each in tables["articles"]] == [article.article.article_id]


def test_participants_point_to_actors_that_exist() -> None:
    """Every actor id of a claim or an event has its row."""
    tables = resolve([claims(MEETING), claims(LATER, "later.txt")])
    known = {each.actor_id for each in tables["actors"]}
    assert known
    assert {each.actor_id for each in tables["participants"] if each.actor_id} <= known
    assert {each.actor_id for each in tables["event_participants"]} <= known
