"""Whole stories in our own words: what a chronology would list of them is found, and little else."""

from __future__ import annotations

import pytest

from tests.extractors.event_mentions.reading import read

STRIKE = """Nurses at eleven hospitals in Kolm will walk out for 48 hours from Monday, their union Care United said on
Thursday.

The health minister, Jonas Pihl, offered a raise of 3 percent last Friday. Care United turned the offer down
within hours. Mediation by the former judge Eva Stroh ended on Tuesday without a result.

About 2,000 nurses rallied outside the ministry on Wednesday, and twelve were detained after they blocked a
tram line. Pihl is expected to meet the union's leader, Karin Moe, on Sunday. In 2015 a stoppage was called
off at the last minute."""

VOLCANO = """Mount Ketla erupted on Sunday for the second time in a month and sent ash 12 kilometres into the sky.

The authorities evacuated 3,000 people from the southern villages on Saturday, a day before the eruption. An
earthquake of magnitude 5.1 shook the island early on Tuesday. Navy ships delivered water and tents on Monday.

New Zealand said it would send a frigate within three days. It is not known when residents can return."""

TREATY = """Dravia and Karvonia will sign a border treaty in Velden on 2 December, the two governments said in a joint
statement on Wednesday.

Dravia's parliament must ratify the text by the end of February. Dravian nationalists marched in the capital
on Sunday. President Mira Halasz is to visit Dravia next month. The European Union welcomed the deal. A
similar treaty was rejected by voters in a referendum in May 2009."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (STRIKE, "walk out|said|offered|turned|Mediation|rallied|detained|meet|stoppage"),
        (VOLCANO, "erupted|evacuated|earthquake|delivered|send"),
        (TREATY, "sign|statement|ratify|marched|visit|welcomed|rejected|referendum"),
    ],
    ids=["strike", "volcano", "treaty"],
)
def test_what_a_chronology_lists_is_found(text: str, expected: str) -> None:
    """Every expected trigger, and at most one that was not expected."""
    found = [mention.trigger for mention in read(text).mentions]
    wanted = expected.split("|")
    assert [trigger for trigger in wanted if trigger not in found] == []
    assert len(found) <= len(wanted) + 1, found
