"""How far a told number can be from the true one: "about two weeks", "less than a year", "more than a decade"."""

from __future__ import annotations

#: By what is said of a number, which share of it can be missing or more.
_SHARES = {"~": (0.25, 0.25), "-": (0.25, 0.0), "<": (1.0, 0.0), ">": (0.0, 0.5)}
#: The most units of either; people round decades and centuries to the next one.
_WIDEST, _WIDEST_OF = 10.0, {"decade": 1.0, "century": 0.5}


def counts_of(count: float, unit: str, slack: str) -> tuple[float, float]:
    """The least and the most units that ``count`` of them can be; ``slack`` is one of ``= ~ - < >``."""
    if slack not in _SHARES:
        return count, count
    widest = _WIDEST_OF.get(unit, _WIDEST)
    less, more = (count * share for share in _SHARES[slack])
    least = 0.0 if slack == "<" else count - min(less, widest)
    return least, count + min(max(more, 1.0 if slack == ">" else 0.0), widest)
