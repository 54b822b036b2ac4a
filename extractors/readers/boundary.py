"""The one boundary around parsers that we did not write and that are fed with whatever the web holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from extractors.readers.article import UnreadableInputError

P = ParamSpec("P")
T = TypeVar("T")


def guarded(what: str, parse: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """``parse(*args, **kwargs)``; its failures become UnreadableInputError: ``what`` cannot be parsed.

    Parsers of foreign markup fail with whatever their authors did not foresee (AssertionError, RecursionError,
    ValueError, errors of C libraries), so here and nowhere else everything is caught.
    """
    try:
        return parse(*args, **kwargs)
    except UnreadableInputError:
        raise
    except Exception as error:
        raise UnreadableInputError(f"the {what} cannot be parsed", f"{type(error).__name__}: {error}"[:400]) from error
