"""Article claims as bytes and back, so that extraction is done once per article and rules version."""

from __future__ import annotations

import functools

from pydantic import TypeAdapter

from extractors.claims import ArticleClaims
from schemas import Rejection

#: What one input becomes: one outcome per article in it, or a single rejection.
Outcomes = tuple[ArticleClaims | Rejection, ...]


@functools.cache
def _adapter() -> TypeAdapter[Outcomes]:
    return TypeAdapter(Outcomes)


def dump(outcomes: Outcomes) -> bytes:
    """``outcomes`` as JSON; equal outcomes give equal bytes."""
    return _adapter().dump_json(outcomes)


def load(content: bytes) -> Outcomes:
    """The outcomes that :func:`dump` wrote; raises pydantic's ValidationError on anything else."""
    return _adapter().validate_json(content)
