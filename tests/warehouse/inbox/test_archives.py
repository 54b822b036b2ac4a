"""Archives as sources: every member an input; what is broken, packed too well or too large is refused, not read."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from warehouse.inbox import Input, Located, Manner, read_raw, receive
from warehouse.inbox.archives import is_archive
from warehouse.inbox.sources import locate

PAGES = {"2025/one.txt": b"They met on Monday.", "two.html": b"<p>They parted.</p>"}


def write_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.mkdir("2025")
        for name, content in {**PAGES, ".hidden/x.txt": b"?"}.items():
            archive.writestr(name, content)


def write_tar(path: Path) -> None:
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w") as archive:
        for name, content in PAGES.items():
            entry = tarfile.TarInfo(f"./{name}")
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    path.write_bytes(plain.getvalue() if path.suffix == ".tar" else gzip.compress(plain.getvalue(), mtime=0))


def record(kind: str, uri: str, body: bytes, content_type: str = "application/http; msgtype=response") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def write_warc(path: Path) -> None:
    packed = gzip.compress(PAGES["two.html"], mtime=0)
    records = [
        record("warcinfo", "", b"software: none", "application/warc-fields"),
        record(
            "response", "2025/one.txt", b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + PAGES["2025/one.txt"]
        ),
        record("request", "two.html", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
        record(
            "response",
            "two.html",
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
            + f"{len(packed):x}\r\n".encode()
            + packed
            + b"\r\n0\r\n\r\n",
        ),
        record("response", "gone.html", b"HTTP/1.1 404 Not Found\r\n\r\nno"),
    ]
    pack = gzip.compress if path.suffix == ".gz" else bytes
    path.write_bytes(b"".join(map(pack, records)))


WRITERS = {
    "a.zip": write_zip,
    "a.tar": write_tar,
    "a.tar.gz": write_tar,
    "a.tgz": write_tar,
    "a.warc": write_warc,
    "a.warc.gz": write_warc,
}


def received(folder: Path, path: Path, manner: Manner | None = None) -> list[Input]:
    return receive(folder / "w", Located(source_uri=path.name, path=path), manner=manner or Manner())


@pytest.mark.parametrize("name", WRITERS)
def test_every_member_is_an_input(tmp_path: Path, name: str) -> None:
    """Under the archive's address and its own name, with its bytes unpacked."""
    WRITERS[name](tmp_path / name)
    inputs = received(tmp_path, tmp_path / name)
    assert {item.source_uri: read_raw(tmp_path / "w", item.content_sha256) for item in inputs} == {
        f"{name}#{member}": content for member, content in PAGES.items()
    }


def test_only_members_that_are_surely_articles_are_taken(tmp_path: Path) -> None:
    """As of a folder."""
    write_zip(tmp_path / "a.zip")
    manner = Manner(is_sure=lambda name, _: name.endswith(".html"))
    assert [item.source_uri for item in received(tmp_path, tmp_path / "a.zip", manner)] == ["a.zip#two.html"]


@pytest.mark.parametrize("name", WRITERS)
def test_a_broken_archive_is_refused(tmp_path: Path, name: str) -> None:
    """What could be read before is taken, the rest is a refusal under the archive's address."""
    WRITERS[name](tmp_path / name)
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(b"XX" * 40 if name.endswith(("warc", "tar", "zip")) else whole[: len(whole) // 2])
    *_, last = received(tmp_path, tmp_path / name)
    assert (last.source_uri, last.refusal) == (name, "the archive could not be read")


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A member beyond the limit is refused by name; an archive with too much in all, from there on."""
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", bytes(60_000_000))
        archive.writestr("good.txt", "They met.")
    bomb, good = received(tmp_path, tmp_path / "b.zip")
    assert (bomb.source_uri, str(bomb.refusal)[:9], bomb.content_sha256) == ("b.zip#bomb.txt", "too large", "")
    assert good.refusal is None
    monkeypatch.setattr("warehouse.inbox.archives.MOST_MEMBERS", 1)
    assert str(received(tmp_path, tmp_path / "b.zip")[-1].refusal_detail)[:9] == "too large"


def test_archives_in_folders_are_found(tmp_path: Path) -> None:
    """They are sources like files of which a reader is sure."""
    write_zip(tmp_path / "a.zip")
    found = locate([str(tmp_path)], lambda _name, _head: False)
    assert [item.source_uri for item in found.located] == ["a.zip"]
    assert not is_archive("a.txt")
