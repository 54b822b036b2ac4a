"""What words and names come to, remembered while articles are compared, and let go of when that is done.

A process that puts articles on the calendar again and again would otherwise hold every word that it ever met.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Hashable
from typing import ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer", bound=Hashable)

_forgetting: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[Callable[Asked, Answer]], Callable[Asked, Answer]]:
    """A pure function whose last ``most`` answers are remembered until :func:`forget`."""

    def decorate(function: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
        remembering = functools.lru_cache(maxsize=most)(function)
        _forgetting.append(remembering.cache_clear)
        return remembering  # type: ignore[return-value] # what it is asked for can be hashed

    return decorate


def forget() -> None:
    """Let go of all answers; whoever asks again gets equal ones."""
    for clear in _forgetting:
        clear()
