"""Secrets are sent where they belong and stand nowhere else: not in the warehouse, not on the Prefect server."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr

import warehouse as warehouses
from flows.commands.main import main as dateline
from flows.errors import CommandError
from flows.secrets import filled, filled_with_blocks
from tests.flows.site import Reply, Site, served
from tests.flows.tables import MEETING, everything_in
from warehouse.inbox import FetchError, Located, receive
from warehouse.inbox.receiving import Manner

#: What no file may hold.
HUSHED = "hush-4711"


@pytest.fixture
def server(prefect_server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A running server that has the Secret block ``feed-key``."""
    from prefect.blocks.system import Secret  # noqa: PLC0415 (after Prefect's settings are made)
    from prefect.settings import PREFECT_API_URL, temporary_settings  # noqa: PLC0415

    monkeypatch.setenv("PREFECT_API_URL", prefect_server)
    with temporary_settings({PREFECT_API_URL: prefect_server}):
        Secret(value=SecretStr(f"{HUSHED}-block")).save("feed-key", overwrite=True)
    return prefect_server


@pytest.fixture
def site() -> Iterator[Site]:
    """A site whose pages are found only by those who know the words."""
    with served() as each:
        each.pages[f"/{HUSHED}-block/feed.xml"] = each.feed
        each.pages[f"/{HUSHED}-word/busy"] = lambda _: Reply(code=503)
        each.items.append(MEETING)
        yield each


def test_what_stands_for_a_secret_is_filled_in(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the environment and from blocks; what is no reference stays; what is not there is named, not guessed."""
    from prefect.settings import PREFECT_API_URL, temporary_settings  # noqa: PLC0415

    monkeypatch.setenv("FEED_WORD", HUSHED)
    assert filled("a ${FEED_WORD} $FEED_WORD ${} b") == f"a {HUSHED} $FEED_WORD ${{}} b"
    with temporary_settings({PREFECT_API_URL: server}):
        assert filled_with_blocks("${block:feed-key}/${FEED_WORD}") == f"{HUSHED}-block/{HUSHED}"
        with pytest.raises(CommandError, match="no such Secret block"):
            filled_with_blocks("${block:no-key}")
    with pytest.raises(CommandError, match="run without --direct"):
        filled("${block:feed-key}")
    with pytest.raises(CommandError, match="the environment has no NO_WORD"):
        filled("${NO_WORD}")


def test_a_run_on_a_server_tells_no_secret(
    server: str,
    prefect_home: Path,
    site: Site,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Of a block, in an address that answers, that is busy and that is not there, in headers good and bad.

    Neither the server's database (parameters, names, states, logs, artifacts, events, blocks) nor the warehouse
    (tables, journal, rejections, raw bytes) nor what the run says holds it; the references stand there instead.
    """
    from flows import tasks  # noqa: PLC0415 (after Prefect's settings are made)

    for logger in ("prefect", "prefect.flow_runs", "prefect.task_runs"):
        caplog.set_level(logging.DEBUG, logger=logger)
    monkeypatch.setattr(tasks, "fetch", tasks.fetch.with_options(retry_delay_seconds=0.01))
    monkeypatch.setenv("FEED_WORD", f"{HUSHED}-word")
    monkeypatch.setenv("TORN_WORD", f"{HUSHED}\n-torn")
    warehouse = tmp_path / "w"
    warehouse.mkdir()
    (warehouse / "dateline.toml").write_text(
        '[fetching.headers."127.0.0.1"]\nX-Token = "Bearer ${block:feed-key}"\n'
        '[fetching.headers.localhost]\nX-Token = "${TORN_WORD}"\n',
        encoding="utf-8",
    )
    named = [
        f"{site.address}/${{block:feed-key}}/feed.xml",
        f"{site.address}/${{FEED_WORD}}/busy",
        f"{site.address}/${{FEED_WORD}}/gone?q=${{FEED_WORD}}",
        "http://127.0.0.1:9/${FEED_WORD}",
        f"{site.address.replace('127.0.0.1', 'localhost')}/torn",
    ]
    assert dateline(["run", *named, "--warehouse", str(warehouse), "--quiet"]) == 0
    asked = [(path, headers["X-Token"]) for path, headers in site.asked]
    assert (f"/{HUSHED}-block/feed.xml", f"Bearer {HUSHED}-block") in asked
    assert f"/{HUSHED}-word/gone?q={HUSHED}-word" in {path for path, _ in asked}
    with warehouses.connect(warehouse) as connection:
        rejected = dict(connection.execute("select source_uri, detail from rejections").fetchall())
        (uri,) = connection.execute("select source_uri from articles").fetchone() or ("",)
    assert uri.startswith(f"{named[0]}#")
    assert rejected.keys() == set(named[1:])
    assert rejected[named[-1]] == "host or headers hold letters that HTTP cannot send"
    assert HUSHED not in "".join([*capsys.readouterr(), caplog.text])
    written = everything_in(tmp_path)
    assert named[0].encode() in written
    assert HUSHED.encode() not in written
    stored = everything_in(prefect_home)
    for told in (named[0], f"{named[-2]}: [Errno 111]", "Retry 3/3 will start"):
        assert told.encode() in stored
    assert HUSHED.encode() not in stored
    shown = httpx.post(f"{server}/block_documents/filter", json={"include_secrets": False}, timeout=30).text
    assert "feed-key" in shown
    assert HUSHED not in shown


def test_an_address_that_fails_is_told_as_it_was_given(tmp_path: Path) -> None:
    """The secret may stand anywhere in what was asked for: in the path, too, where no name gives it away."""
    located = Located(source_uri="http://127.0.0.1:9/${WORD}/feed")
    with pytest.raises(FetchError) as caught:
        receive(tmp_path, located, manner=Manner(fill=lambda text: text.replace("${WORD}", HUSHED)))
    assert "${WORD}" in str(caught.value)
    assert HUSHED not in "".join(map(str, (caught.value, caught.value.__cause__, caught.value.detail)))
