"""Told days again, for reference days that are known better: no text is parsed."""

from __future__ import annotations

import dataclasses

from extractors.claims import ArticleClaims, Reference


def redate(claims: ArticleClaims, reference: Reference) -> ArticleClaims:
    """``claims`` with the days of expressions and mentions recomputed for ``reference``."""
    days = reference.days
    article = dataclasses.replace(
        claims.article,
        reference_first_day=days.first,
        reference_last_day=days.last,
        reference_explanation=reference.explanation,
    )
    return dataclasses.replace(claims, article=article)
