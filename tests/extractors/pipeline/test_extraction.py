"""One article through the stages."""

from __future__ import annotations

from datetime import date

from extractors import claims_json
from extractors.claims import Given
from extractors.pipeline import extract
from schemas import Rejection
from schemas.enumerations import PublishedMethod
from tests.extractors.pipeline.sources import MEETING, claims, raw


def test_offsets_give_exactly_the_words() -> None:
    """Every trigger and time expression stands in the body at its offsets."""
    found = claims(MEETING)
    body = found.text.body_text
    assert found.mentions
    assert found.time_expressions
    assert all(body[each.start_offset : each.end_offset] == each.trigger for each in found.mentions)
    assert all(body[each.start_offset : each.end_offset] == each.quote for each in found.time_expressions)


def test_claims_survive_the_way_to_disk() -> None:
    """What is read back equals what was written, and equal claims give equal bytes."""
    outcomes = extract(raw(MEETING))
    content = claims_json.dump(outcomes)
    assert claims_json.load(content) == outcomes
    assert claims_json.dump(extract(raw(MEETING))) == content


def test_an_empty_input_is_a_rejection_that_says_why() -> None:
    """Nothing to read is no crash and no article."""
    (outcome,) = extract(raw("", "empty.txt"))
    assert isinstance(outcome, Rejection)
    assert outcome.source_uri == "empty.txt"
    assert outcome.reason


def test_a_given_day_is_the_published_day() -> None:
    """What the user says about the source beats what the page seems to say."""
    found = claims(MEETING, given=Given(published_day=date(2024, 3, 6), source_name="The Wire"))
    assert found.article.published_day == date(2024, 3, 6)
    assert found.article.published_method is PublishedMethod.GIVEN
    assert found.article.source_name == "The Wire"


def test_other_languages_keep_their_body_and_make_no_claims() -> None:
    """A German text is kept and marked, not misread."""
    text = (
        "Die Minister der beiden Länder trafen sich am Dienstag in Oslo und unterzeichneten dort ein Abkommen "
        "über den Bahnverkehr. Das nächste Treffen soll im April stattfinden, sagte eine Sprecherin der Regierung.\n\n"
        "Die Opposition kritisierte den Vertrag und verlangte eine Abstimmung im Parlament noch vor der Sommerpause.\n"
    )
    found = claims(text)
    assert found.article.language == "de"
    assert found.text.body_text
    assert found.mentions == ()
