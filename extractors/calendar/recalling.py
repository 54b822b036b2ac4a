"""Remembering what was worked out before, by everything that it depends on."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar, cast

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class _Kept(Generic[Value]):
    """A value and the turn in which it was last asked for."""

    __slots__ = ("turn", "value")

    def __init__(self, value: Value, turn: int) -> None:
        self.value = value
        self.turn = turn


class Recall(Generic[Key, Value]):
    """A pure function of its keys that is asked only for keys it was not asked for before.

    ``make`` gets all keys that are new at once and gives a value for each. It may read nothing but the key, so that
    what is remembered is always what would be worked out anew. Each key is looked up once: hashing keys that hold many
    reports is most of what remembering costs.
    """

    def __init__(self, make: Callable[[Sequence[Key]], Iterable[Value]]) -> None:
        """Remember nothing yet."""
        self._make = make
        self._kept: dict[Key, _Kept[Value]] = {}
        self._turn = 0

    def __call__(self, keys: Iterable[Key]) -> list[Value]:
        """The values of ``keys``, in their order."""
        wanted = list(keys)
        found = list(map(self._kept.get, wanted))
        if None in found:
            new = list(dict.fromkeys(key for key, one in zip(wanted, found, strict=True) if one is None))
            made = {key: _Kept(value, self._turn) for key, value in zip(new, self._make(new), strict=True)}
            self._kept.update(made)
            found = [made[key] if one is None else one for key, one in zip(wanted, found, strict=True)]
        kept = cast("list[_Kept[Value]]", found)
        for one in kept:
            one.turn = self._turn
        return [one.value for one in kept]

    def turn(self) -> None:
        """Forget what was not asked for since the last turn."""
        for key in [key for key, one in self._kept.items() if one.turn < self._turn]:
            del self._kept[key]
        self._turn += 1


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
