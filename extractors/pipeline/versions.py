"""Versions of one page: the newest text at an address speaks, older ones stay readable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.claims import ArticleClaims


def mark_versions(claims: Sequence[ArticleClaims]) -> list[ArticleClaims]:
    """``claims`` with ``version_of`` and ``is_latest`` set on their articles, in the same order.

    Of several claims with one address the last one is the newest, and all later ones are versions of the first.
    """
    first: dict[str, str] = {}
    latest: dict[str, str] = {}
    for each in claims:
        first.setdefault(each.article.source_uri, each.article.article_id)
        latest[each.article.source_uri] = each.article.article_id
    return [_marked(each, first[each.article.source_uri], latest[each.article.source_uri]) for each in claims]


def _marked(claims: ArticleClaims, first: str, latest: str) -> ArticleClaims:
    article_id = claims.article.article_id
    if article_id == first == latest and claims.article.is_latest and claims.article.version_of is None:
        return claims
    article = replace(claims.article, version_of=None if article_id == first else first, is_latest=article_id == latest)
    return replace(claims, article=article)
