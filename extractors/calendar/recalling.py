"""Remembering what was worked out before, by everything that it depends on."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar, cast

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Recall(Generic[Key, Value]):
    """A pure function of its keys that is asked only for keys it was not asked for before.

    ``make`` gets all keys that are new at once and gives a value (not None) for each. It may read nothing but the key,
    so that what is remembered is always what would be worked out anew.
    """

    def __init__(self, make: Callable[[Sequence[Key]], Iterable[Value]]) -> None:
        """Remember nothing yet."""
        self._make = make
        self._now: dict[Key, Value] = {}
        self._before: dict[Key, Value] = {}

    def __call__(self, keys: Iterable[Key]) -> list[Value]:
        """The values of ``keys``, in their order."""
        wanted = list(keys)
        found: list[Value | None] = list(map(self._now.get, wanted))
        open_places = [place for place, value in enumerate(found) if value is None]
        missing = dict.fromkeys(wanted[place] for place in open_places)
        if missing:
            known = {key: value for key in missing if (value := self._before.get(key)) is not None}
            new = [key for key in missing if key not in known]
            known.update(zip(new, self._make(new) if new else (), strict=True))
            self._now.update(known)
            for place in open_places:
                found[place] = known[wanted[place]]
        return cast("list[Value]", found)

    def turn(self) -> None:
        """Forget what was not asked for since the last turn."""
        self._before, self._now = self._now, {}


class Same(Generic[Value]):
    """A key that is equal only for the very same object, and keeps it alive; cheap where comparing values is not."""

    __slots__ = ("value",)

    def __init__(self, value: Value) -> None:
        """Stand for ``value``."""
        self.value = value

    def __hash__(self) -> int:
        """By identity."""
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        """By identity."""
        return isinstance(other, Same) and self.value is other.value
