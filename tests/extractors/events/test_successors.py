"""An updated page keeps the ids of the events that it still tells of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from extractors.claims import ArticleClaims
from extractors.events import Merging, merge
from schemas import Correction, CorrectionKind
from schemas.enumerations import EventType
from tests.extractors.events.telling import Line, article

MEETING = Line(
    text="Orde *met* Fenn in Velden on Monday.",
    parties=("Callum Orde", "Ada Fenn"),
    place="Velden",
    first=date(2031, 5, 5),
    last=date(2031, 5, 5),
)
REWORDED = replace(MEETING, text="Orde *met* Fenn in Velden on Monday for an hour.")
FLOOD = Line(text="A *flood* closed the road.", event_type=EventType.DISASTER, mode="disaster")


def version(name: str, *lines: Line) -> ArticleClaims:
    """One version of the page at one address."""
    claims = article(name, lines)
    return replace(claims, article=replace(claims.article, source_uri="https://velden.example/news"))


def id_of(merging: Merging, claims: ArticleClaims, number: int) -> str:
    """The event of a mention by its place in the article."""
    return merging.event_of[claims.mentions[number].mention_id]


def test_an_event_told_again_by_the_new_version_keeps_its_id() -> None:
    """Mention ids differ between versions; the id follows the claim, also when it is worded a little differently."""
    old, new = version("old", MEETING, FLOOD), version("new", FLOOD, REWORDED)
    before = merge([old], ())
    after = merge([new], before.ledger, (), [old])
    assert id_of(after, new, 1) == id_of(before, old, 0)
    assert id_of(after, new, 0) == id_of(before, old, 1)
    assert after.ledger == before.ledger
    assert not after.redirects


def test_an_id_goes_on_over_several_versions() -> None:
    """The founding mention stays that of the first version, and every later one inherits."""
    first, second, third = version("1", MEETING), version("2", REWORDED), version("3", MEETING, FLOOD)
    before = merge([first], ())
    between = merge([second], before.ledger, (), [first])
    after = merge([third], between.ledger, (), [first, second])
    assert id_of(after, third, 0) == id_of(before, first, 0)


def test_what_the_new_version_no_longer_tells_leaves_its_id_to_nobody() -> None:
    """Another act of the same page is another event."""
    old, new = version("old", MEETING), version("new", FLOOD)
    before = merge([old], ())
    after = merge([new], before.ledger, (), [old])
    assert id_of(after, new, 0) != id_of(before, old, 0)


def test_a_correction_of_an_event_holds_after_its_page_was_updated() -> None:
    """Two events that a person joined stay joined when one of the pages changes."""
    old, new, other = version("old", MEETING), version("new", REWORDED), article("other", [FLOOD])
    before = merge([old, other], ())
    ids = (id_of(before, old, 0), id_of(before, other, 0))
    told = Correction(kind=CorrectionKind.MERGE, who="reader", day=date(2031, 6, 1), why="one", event_ids=ids)
    after = merge([new, other], before.ledger, [told], [old])
    assert id_of(after, new, 0) == id_of(after, other, 0)
