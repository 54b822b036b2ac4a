"""The claims cache gives back what was kept, or nothing; never something torn."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from warehouse.inbox import keep_claims, prune_claims, read_claims


def test_what_was_kept_is_read_and_the_rest_is_missing(tmp_path: Path) -> None:
    """Only known keys are in the answer; a key may hold any characters."""
    keep_claims(tmp_path, {"rules 1\n/a/b": b"one", "": b""})
    assert dict(read_claims(tmp_path, ["rules 1\n/a/b", "", "other"])) == {"rules 1\n/a/b": b"one", "": b""}


def test_a_torn_file_counts_as_missing(tmp_path: Path) -> None:
    """A file that a power cut left short is not read."""
    keep_claims(tmp_path, {"a": b"one" * 100})
    (path,) = (tmp_path / "claims").glob("*/*")
    path.write_bytes(path.read_bytes()[:-3])
    assert dict(read_claims(tmp_path, ["a"])) == {}


def test_several_writers_do_not_disturb_each_other(tmp_path: Path) -> None:
    """Threads that keep the same keys at once leave each of them whole."""
    contents = {str(number): b"x" * number for number in range(50)}
    with ThreadPoolExecutor(4) as crew:
        list(crew.map(lambda _: keep_claims(tmp_path, contents), range(4)))
    assert dict(read_claims(tmp_path, contents)) == contents


def test_pruning_keeps_what_is_named(tmp_path: Path) -> None:
    """Everything but the named keys goes."""
    keep_claims(tmp_path, {"old": b"1", "new": b"2"})
    assert prune_claims(tmp_path, ["new", "unknown"]) == 1
    assert dict(read_claims(tmp_path, ["old", "new"])) == {"new": b"2"}
