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
        ("The firm closed its bid, with 99.3% of the shares offered by the Monday deadline.", 0),
        ("The allies voted for a force, with the first troops arriving Monday.", -1),
        ("Profit will rise 4.5 percent or $1,500 on Monday.", 1),
        ("The offer had been scheduled to expire on Monday.", 0),
        ("The offer was due to expire on Monday.", 0),
        ("The offer is set to expire on Monday.", 1),
        ("He was brought to court on Monday.", -1),
        ("The road was set to open on Monday.", 0),
        ("The record was broken after gains set on Monday.", -1),
        ("They set fire to it on Monday.", -1),
        ("They set a hearing for Monday.", 1),
        ("The vote was postponed from Friday to Monday.", 1),
        ("The road was closed from Friday to Monday.", -1),
        ("The storm is forecast to grow by Sunday, possibly reaching the coast on Monday.", 1),
        ("Riders marched through the city to end their campaign on Monday.", 0),
        ("They agreed to meet on Monday.", 1),
        ("They won't meet on Monday.", 1),
        ("On Monday, they proposed a law that would close it.", -1),
        ("He announced his planned departure on Monday.", -1),
        ("They won the vote on Monday.", -1),
        ("They warned of a strike on Monday.", 0),
        ("The president on Monday announced that he will go.", -1),
        ("He said Monday will be dry.", 1),
        ("The vote is Monday.", 1),
        ("The firm will appeal Monday's ruling.", -1),
        ("Monday's vote will test them.", 1),
        ("They will go ahead of Monday's vote.", 0),
        ("They promised in a speech on Monday that they would stay.", -1),
        ("They would not go, according to a statement on Monday.", -1),
        ("Flights are being cut after the crash Monday.", -1),
        ("They will meet on Sunday and Monday.", 1),
        ("They counted the votes on Monday.", -1),
        ("The train (to be sold soon) stopped on Monday.", -1),
        ("That prompted the judge on Monday to ask them to go.", -1),
        ("Mr. Bell tried to leave on Monday.", -1),
        ("On Monday, Ann Bell, a former envoy to end the war, spoke.", -1),
        ("They sent three offers by a deadline on Monday.", -1),
        ("They face a Monday deadline.", 1),
        ("He returned to office on Monday.", -1),
        ("It didn't matter on Monday.", -1),
        ("It must be fully locked on Monday.", 1),
        ("The most closely watched races on Monday are in Leeds.", 0),
        ("The ruling on Monday by Judge Bell is the first to block it.", -1),
        ("The ruling on Monday is a bid to block it.", -1),
        ("A loss on Monday would end their season.", 1),
        ("He fears rain ahead of Monday.", 1),
        ("The truce that he signed ends on Monday.", 1),
        ("They barred the oldest party, Vela, on Monday for refusing to sign.", -1),
        ("He opposed an attempt to close it on Monday.", -1),
        ("An hour after takeoff from Oslo on Monday, the Malta, Rome-bound plane crashed.", -1),
        ("Monday", 0),
    ],
)
def test_tense(text: str, sign: int) -> None:
    """Past, future or unknown, as a reader would say."""
    assert _sign(text) == sign
