"""The stages one by one: what is asked for once, and what claims depend on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from flows import stages
from flows.stages import Batch, Delivery
from warehouse import inbox
from warehouse.inbox import FetchError, Input, Located

INPUT = Input(source_uri="a.txt", content_sha256="0" * 64)


def delivery(tmp_path: Path, *addresses: str) -> Delivery:
    return Delivery(warehouse=tmp_path, waiting=[Located(source_uri=address) for address in addresses])


def failing(monkeypatch: pytest.MonkeyPatch, answers: dict[str, list[bool | None]]) -> list[str]:
    """Addresses answer in turn: True arrives, False fails for a while, None for good; lists what was asked."""
    asked: list[str] = []

    def receive(_: Path, located: Located, **_given: object) -> list[Input]:
        asked.append(located.source_uri)
        answer = answers[located.source_uri].pop(0)
        if answer is not True:
            raise FetchError(located.source_uri, "HTTP", is_passing=answer is False)
        return [replace(INPUT, source_uri=located.source_uri)]

    monkeypatch.setattr(inbox, "receive", receive)
    return asked


def test_what_has_arrived_is_not_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second attempt asks only for what failed for a while; what failed for good is refused at once."""
    asked = failing(monkeypatch, {"good": [True], "moody": [False, True], "gone": [None]})
    waiting = delivery(tmp_path, "good", "moody", "gone")
    with pytest.raises(FetchError):
        stages.take_in(waiting)
    arrived = [each.input for each in stages.take_in(waiting)]
    assert asked == ["good", "moody", "gone", "moody"]
    assert {each.source_uri: each.refusal for each in arrived} == {
        "good": None,
        "gone": "could not be fetched",
        "moody": None,
    }


def test_giving_up_refuses_what_still_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is lost: every address ends as an input, here as a refused one."""
    failing(monkeypatch, {"moody": [False]})
    waiting = delivery(tmp_path, "moody")
    with pytest.raises(FetchError) as caught:
        stages.take_in(waiting)
    (arrival,) = stages.give_up(waiting, caught.value)
    assert arrival.input.refusal == "could not be fetched"
    assert waiting.waiting == []


def test_claims_depend_on_all_that_extraction_sees(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other bytes, another address, another given day or name, other rules, another model: another key."""
    keys = {
        stages.claims_key(each)
        for each in (
            INPUT,
            replace(INPUT, content_sha256="1" * 64),
            replace(INPUT, source_uri="b.txt"),
            replace(INPUT, published_day=date(2025, 3, 3)),
            replace(INPUT, source_name="Fjord Post"),
        )
    }
    monkeypatch.setattr(stages, "rules_version", lambda: "other rules")
    keys.add(stages.claims_key(INPUT))
    monkeypatch.setattr(stages, "model_version", lambda: "other model")
    keys.add(stages.claims_key(INPUT))
    assert len(keys) == 7
    assert stages.claims_key(INPUT) == stages.claims_key(replace(INPUT, arrival=5))


def test_refused_inputs_are_not_read() -> None:
    """There are no bytes of them."""
    refused = replace(INPUT, refusal="too large")
    assert list(stages.by_key([refused, INPUT]).values()) == [INPUT]


def test_batches_have_names(tmp_path: Path) -> None:
    """The first address and how many more, for whoever looks at the run in Prefect."""
    inputs = {name: replace(INPUT, source_uri=name) for name in ("a", "b", "c")}
    assert Batch(warehouse=tmp_path, inputs=inputs).name == "a and 2 more"
    assert delivery(tmp_path, "a").name == "a"
    assert delivery(tmp_path).name == "nothing"
