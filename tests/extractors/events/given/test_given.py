"""Grouping marked mentions by their words."""

from __future__ import annotations

import numpy as np
from hypothesis import given as drawn
from hypothesis import strategies as st

from extractors.events.given import MarkedText, group
from extractors.events.given.linkage import link
from extractors.events.given.resemblance import FEATURES, RELATIONS, expand, learnt

TEXTS = (
    "A strong earthquake shook Velden on Tuesday and killed nine people in the Sul valley .\n"
    "The quake was felt in Dravia .",
    "Nine people in the Sul valley died when an earthquake hit Velden on Tuesday .",
    "Halden Foods opened a bakery in Westmark .",
)


def marked(text: str, *words: str) -> MarkedText:
    """The text with the first occurrence of each word as a mention named after it."""
    return MarkedText(text=text, mentions={word: ((text.index(word), text.index(word) + len(word)),) for word in words})


def test_two_reports_of_an_earthquake_share_it_and_a_bakery_stays_alone() -> None:
    """Synonyms with the same place and day are one event; another text's act is not."""
    groups = group(
        [marked(TEXTS[0], "earthquake", "quake was"), marked(TEXTS[1], "earthquake"), marked(TEXTS[2], "opened")]
    )
    of = {mention: number for number, members in enumerate(groups) for mention in members}
    assert of[0, "earthquake"] == of[1, "earthquake"]
    assert [(2, "opened")] in groups
    assert len(of) == 4


def test_the_order_of_texts_does_not_matter() -> None:
    """The same groups, only numbered otherwise."""
    texts = [marked(TEXTS[0], "earthquake", "killed"), marked(TEXTS[1], "died", "hit"), marked(TEXTS[2], "opened")]
    there = {frozenset((texts[at].text, mention) for at, mention in members) for members in group(texts)}
    texts.reverse()
    assert there == {frozenset((texts[at].text, mention) for at, mention in members) for members in group(texts)}


def test_the_weights_fit_the_columns() -> None:
    """There is a weight for every column of every relation."""
    columns = expand(np.zeros((1, len(FEATURES)))).shape[1]
    assert learnt().columns.shape == (len(RELATIONS), columns)


PAIRS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.floats(0, 1)), max_size=20).map(
    lambda pairs: {(min(a, b), max(a, b)): p for a, b, p in pairs if a != b}
)


@drawn(PAIRS)
def test_linkage_puts_everybody_in_one_group_and_joins_only_the_linked(pairs: dict[tuple[int, int], float]) -> None:
    """A partition; a group of several holds a likely pair; nothing likely means no group."""
    groups = link(8, ((a, b, p) for (a, b), p in pairs.items()))
    assert sorted(one for members in groups for one in members) == list(range(8))
    for members in groups:
        assert len(members) == 1 or any(p >= 0.5 for (a, b), p in pairs.items() if a in members and b in members)
