"""Feeds and pages as sources, from a real server on this machine, good and bad."""

from __future__ import annotations

import gzip
import logging
from collections.abc import Callable, Iterator
from email.message import Message
from pathlib import Path

import pytest

import warehouse as warehouses
from flows import conducting
from flows.commands.main import main as dateline
from tests.flows.site import Reply, Site, feed_of, served
from tests.flows.tables import MEETING, STRIKE, everything_in, run_direct
from warehouse.inbox import receiving, web


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site, and little patience with it."""
    monkeypatch.setattr(conducting, "PAUSES", (0.01, 0.01))
    with served() as each:
        yield each


def always(content: bytes, code: int = 200, **headers: str) -> Callable[[Message], Reply]:
    """A page that gives this to everybody."""
    return lambda _: Reply(content, code, {name.replace("_", "-"): value for name, value in headers.items()})


def in_turn(*replies: Reply) -> Callable[[Message], Reply]:
    """A page that gives one reply after the other."""
    waiting = iter(replies)
    return lambda _: next(waiting)


def rows(warehouse: Path, query: str) -> list[tuple[object, ...]]:
    with warehouses.connect(warehouse) as connection:
        return connection.execute(query).fetchall()


def ends(warehouse: Path) -> tuple[list[object], list[tuple[object, ...]]]:
    """The addresses of articles, and of rejections with the reason."""
    articles = [uri for (uri,) in rows(warehouse, "select source_uri from articles order by 1, is_latest")]
    return articles, rows(warehouse, "select source_uri, coalesce(detail, reason) from rejections order by 1")


def test_a_feed_that_grows_gives_each_item_once(tmp_path: Path, site: Site) -> None:
    """What was there before is no new version; the tables are those of one run over the feed as it is in the end."""
    feed = f"{site.address}/feed.xml"
    for text in (MEETING, STRIKE):
        site.items.append(text)
        assert run_direct(tmp_path / "steps", feed, options=("--quiet",)) == 0
    assert run_direct(tmp_path / "once", feed, options=("--quiet",)) == 0
    query = "from articles order by article_id"
    assert rows(tmp_path / "steps", query) == rows(tmp_path / "once", query)
    assert rows(tmp_path / "steps", "from findings") == rows(tmp_path / "once", "from findings")
    (uris, rejected) = ends(tmp_path / "steps")
    assert len(uris) == 2
    assert rejected == []


def test_an_item_whose_text_was_changed_is_a_new_version(tmp_path: Path, site: Site) -> None:
    """Of that item alone; the older one stays readable."""
    site.items += [MEETING, STRIKE]
    run_direct(tmp_path / "w", f"{site.address}/feed.xml")
    site.items[0] = MEETING.replace("3 March", "4 March")
    run_direct(tmp_path / "w", f"{site.address}/feed.xml")
    assert rows(tmp_path / "w", "select count(*), count(*) filter (is_latest) from articles") == [(3, 2)]


def test_what_has_not_changed_is_not_sent_again(tmp_path: Path, site: Site) -> None:
    """The server is asked with what it gave, answers 304, and nothing is lost, even when it had failed in between."""
    site.items.append(MEETING)
    feed = f"{site.address}/feed.xml"
    run_direct(tmp_path / "w", feed)
    site.pages["/feed.xml"] = always(b"", 404)
    run_direct(tmp_path / "w", feed)
    assert ends(tmp_path / "w")[1] == [(feed, "HTTP 404")]
    site.pages["/feed.xml"] = site.feed
    run_direct(tmp_path / "w", feed)
    assert [headers.get("If-None-Match") is None for _, headers in site.asked] == [True, False, False]
    articles, rejected = ends(tmp_path / "w")
    assert len(articles) == 1
    assert rejected == []


def test_pages_of_all_kinds_end_as_articles(tmp_path: Path, site: Site) -> None:
    """Packed, redirected, declared as a picture, failing or cut off at first, with an accent in its name."""
    text = MEETING.encode()
    site.pages |= {
        "/packed": always(gzip.compress(text, mtime=0), Content_Encoding="gzip"),
        "/moved": always(b"", 301, Location="/plain"),
        "/plain": always(text, Content_Type="text/plain; charset=utf-8"),
        "/picture": always(text, Content_Type="image/png"),
        "/caf%C3%A9": always(text),
        "/moody": in_turn(Reply(code=500), Reply(text)),
        "/cut": in_turn(Reply(text, headers={"Content-Length": "99999"}), Reply(text)),
    }
    named = [f"{site.address}{path}" for path in ("/packed", "/moved", "/picture", "/moody", "/cut", "/café")]
    run_direct(tmp_path / "w", *named)
    assert ends(tmp_path / "w") == (sorted(named), [])


def test_pages_that_cannot_be_used_are_rejected_with_the_reason(
    tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not there, too large (packed or not), silent, trickling, leading out of the web, packed wrongly, no text."""
    monkeypatch.setattr(receiving, "MOST_BYTES", 100_000)
    monkeypatch.setattr(web, "TIMEOUT_SECONDS", 0.3)
    monkeypatch.setattr(web, "MOST_SECONDS", 0.5)
    monkeypatch.setattr(conducting, "PAUSES", ())
    site.pages |= {
        "/a-huge": always(b"x" * 200_000),
        "/b-bomb": always(gzip.compress(b"x" * 5_000_000, mtime=0), Content_Encoding="gzip"),
        "/c-slow": always(b"", Content_Length="10"),
        "/d-file": always(b"", 302, Location="file:///etc/passwd"),
        "/e-wrong": always(b"no gzip", Content_Encoding="gzip"),
        "/f-bytes": always(bytes(range(256)) * 40, Content_Type="text/html"),
        "/g-loop": always(b"", 302, Location="/g-loop"),
        "/i-drops": lambda _: Reply(b"x" * 20, pause=0.1),
    }
    run_direct(tmp_path / "w", *(f"{site.address}{path}" for path in (*site.pages, "/h-gone") if path != "/feed.xml"))
    articles, rejected = ends(tmp_path / "w")
    assert articles == []
    reasons = {str(uri).rpartition("/")[2]: reason for uri, reason in rejected}
    assert reasons.keys() == {
        "a-huge",
        "b-bomb",
        "c-slow",
        "d-file",
        "e-wrong",
        "f-bytes",
        "g-loop",
        "h-gone",
        "i-drops",
    }
    assert "too large" in str(reasons["a-huge"])
    assert "too large" in str(reasons["b-bomb"])
    assert reasons["h-gone"] == "HTTP 404"
    assert "not finished after" in str(reasons["i-drops"])


def test_secrets_reach_the_server_and_nothing_else(
    tmp_path: Path,
    site: Site,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """In user and password, in a query, by name, in a header: sent, but in no table, file, log or line of output."""
    caplog.set_level(logging.DEBUG)
    site.items.append(MEETING)
    host = site.address.removeprefix("http://")
    monkeypatch.setenv("FEED_KEY", "s3cret-key")
    monkeypatch.setenv("FEED_TOKEN", "s3cret-token")
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "dateline.toml").write_text(
        '[fetching.headers."127.0.0.1"]\nX-Token = "${FEED_TOKEN}"\n', encoding="utf-8"
    )
    named = [
        f"http://ida:s3cret-word@{host}/feed.xml",
        f"http://{host}/feed.xml?api_key=s3cret-query",
        f"http://{host}/feed.xml?key=${{FEED_KEY}}",
        f"http://ida:s3cret-word@{host}/gone?token=s3cret-query",
    ]
    run_direct(tmp_path / "w", *named)
    asked = "".join(f"{path} {headers}" for path, headers in site.asked)
    assert all(sent in asked for sent in ("s3cret-query", "s3cret-key", "s3cret-token", "Basic aWRhOnMzY3JldC13b3Jk"))
    told = "".join([*capsys.readouterr(), caplog.text])
    assert "s3cret" not in told
    assert b"s3cret" not in everything_in(tmp_path / "w")
    texts = rows(tmp_path / "w", "select source_uri from articles union select source_uri from rejections")
    assert all("s3cret" not in str(uri) for (uri,) in texts)
    assert any("${FEED_KEY}" in str(uri) for (uri,) in texts)


def test_no_secret_goes_to_another_host(tmp_path: Path, site: Site) -> None:
    """An address may lead elsewhere; user, password and headers stay behind."""
    with served() as other:
        other.pages["/text"] = always(MEETING.encode())
        site.pages["/moved"] = always(b"", 302, Location=f"{other.address}/text")
        host = site.address.removeprefix("http://")
        run_direct(tmp_path / "w", f"http://ida:s3cret@{host}/moved")
        assert "Authorization" in site.asked[0][1]
        assert "Authorization" not in other.asked[0][1]


def test_a_secret_that_is_not_there_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It names the variable."""
    words = ["run", "http://127.0.0.1:9/?key=${NO_SUCH_KEY}", "--warehouse", str(tmp_path / "w"), "--direct"]
    assert dateline(words) == 1
    assert "the environment has no NO_SUCH_KEY" in capsys.readouterr().err


def test_a_header_that_is_none_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the file that holds it."""
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "dateline.toml").write_text("[fetching]\nspeed = 3\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(MEETING, encoding="utf-8")
    assert run_direct(tmp_path / "w", tmp_path / "a.txt") == 1
    assert "dateline.toml: [fetching] has tables" in capsys.readouterr().err


def test_a_feed_in_a_file_is_taken_apart_too(tmp_path: Path) -> None:
    """The same feed, longer, in the same file: nothing comes twice."""
    file = tmp_path / "feed.xml"
    for texts in ([MEETING], [MEETING, STRIKE]):
        file.write_bytes(feed_of(texts))
        run_direct(tmp_path / "w", file)
    assert rows(tmp_path / "w", "select count(*), count(*) filter (is_latest) from articles") == [(2, 2)]
