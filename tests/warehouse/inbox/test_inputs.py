"""The list of inputs: what was given, in order of arrival, and which version is the newest."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from warehouse.generations import commit
from warehouse.inbox import Input, add_inputs, read_inputs, refusals
from warehouse.inbox.inputs import input_as_json


def _input(source_uri: str, content_sha256: str, **given: object) -> Input:
    return Input(source_uri=source_uri, content_sha256=content_sha256, **given)  # type: ignore[arg-type]


def _contents(inputs: list[Input], source_uri: str) -> list[str]:
    return [item.content_sha256 for item in inputs if item.source_uri == source_uri]


def test_what_arrives_again_changes_nothing() -> None:
    """The same bytes under the same address stay the input they were."""
    first = add_inputs([], [_input("a", "1"), _input("b", "2")], 1)
    assert add_inputs(first, [_input("a", "1")], 2) == first


def test_other_bytes_are_a_newer_version() -> None:
    """Versions of one address come in the order in which they arrived, whatever their hashes."""
    inputs = add_inputs(add_inputs([], [_input("a", "9")], 1), [_input("a", "1")], 2)
    assert _contents(inputs, "a") == ["9", "1"]


def test_a_page_that_changed_back_is_the_newest_again() -> None:
    """After 1, 2 and 1 again, 1 is the newest, and stands in the list once."""
    inputs: list[Input] = []
    for number, content in enumerate(["1", "2", "1"], start=1):
        inputs = add_inputs(inputs, [_input("a", content)], number)
    assert _contents(inputs, "a") == ["2", "1"]


def test_what_the_user_gives_later_counts() -> None:
    """The same bytes with a publication day given replace those without."""
    first = add_inputs([], [_input("a", "1")], 1)
    (item,) = add_inputs(first, [_input("a", "1", published_day=date(2025, 8, 15))], 2)
    assert item.published_day == date(2025, 8, 15)


def test_a_refusal_ends_when_its_address_gives_something() -> None:
    """A fetched page replaces the failure before it; what failed stays a rejection until then."""
    failed = add_inputs([], [_input("http://x", "", refusal="could not be fetched", refusal_detail="HTTP 503")], 1)
    (rejection,) = refusals(failed)
    assert (rejection.source_uri, rejection.stage, rejection.detail) == ("http://x", "ingest", "HTTP 503")
    fetched = add_inputs(failed, [_input("http://x", "1")], 2)
    assert _contents(fetched, "http://x") == ["1"]
    assert refusals(fetched) == []


def test_a_page_that_fails_later_keeps_its_versions() -> None:
    """A failure after a success is a rejection beside the article, not instead of it."""
    fetched = add_inputs([], [_input("http://x", "1")], 1)
    failed = add_inputs(fetched, [_input("http://x", "", refusal="could not be fetched")], 2)
    assert _contents(failed, "http://x") == ["1", ""]


STRANGE = [
    _input(
        "caf\u00e9\u2028\x85 \u201cx\u201d.txt", "", published_day=date(2025, 8, 15), refusal="too large", arrival=3
    ),
    _input("big", "", source_name="Paper", refusal="too large", arrival=3),
]


def test_they_are_read_back_as_they_were(tmp_path: Path) -> None:
    """Addresses with any characters survive the file, and the order is that of arrival."""
    refused = {"rejections": refusals(STRANGE)}
    generation = commit(tmp_path, refused, inputs=STRANGE)
    assert generation is not None
    assert read_inputs(generation.path) == sorted(STRANGE, key=lambda item: item.source_uri)


def test_lines_of_older_generations_are_read(tmp_path: Path) -> None:
    """The first version kept them as JSON lines."""
    lines = [json.dumps(input_as_json(item), default=str, ensure_ascii=False) for item in STRANGE]
    (tmp_path / "inputs.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert read_inputs(tmp_path) == STRANGE
