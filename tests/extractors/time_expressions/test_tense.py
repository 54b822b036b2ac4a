"""Tense from the words around."""

from __future__ import annotations

import pytest

from extractors.time_expressions.tense import tense_at
from extractors.time_expressions.tokens import tokenize


def _sign(text: str) -> int:
    tokens = tokenize(text)
    place = tokens.words.index("monday")
    tense = tense_at(tokens, place, place + 1)
    return (tense > 0) - (tense < 0)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The court ruled on Monday.", -1),
        ("The court will rule on Monday.", 1),
        ("The court, which sat for weeks, is to rule on Monday.", 1),
        ("On Monday, the court ruled.", -1),
        ("On Monday, the court will rule.", 1),
        ("The vote due on Monday is off.", 1),
        ("The vote planned for Monday was canceled.", -1),
        ("The case is heard on Monday.", 1),
        ("The vote was put off to Monday.", 1),
        ("He could come as early as Monday.", 1),
        ("He failed to appear on Monday.", -1),
        ("The shop is open until Monday.", 1),
        ("It has rained since Monday.", -1),
        ("The firm closed its bid, with 99.3% of the shares offered by the Monday deadline.", -1),
        ("The allies voted for a force, with the first troops arriving Monday.", -1),
        ("Profit will rise 4.5 percent or $1,500 on Monday.", 1),
        ("The offer had been scheduled to expire on Monday.", -1),
        ("The offer is set to expire on Monday.", 1),
        ("He was brought to court on Monday.", -1),
        ("The road was set to open on Monday.", 1),
        ("The vote was postponed from Friday to Monday.", 1),
        ("The road was closed from Friday to Monday.", -1),
        ("The storm was forecast to grow by Sunday, possibly reaching the coast on Monday.", 1),
        ("On Monday, Ann Bell, a former envoy to end the war, spoke.", -1),
        ("They sent three offers by a deadline on Monday.", -1),
        ("They face a Monday deadline.", 1),
        ("Monday", 0),
    ],
)
def test_tense(text: str, sign: int) -> None:
    """Past, future or unknown, as a reader would say."""
    assert _sign(text) == sign
