"""``notify``: one automation on the server, however often it is asked for."""

from __future__ import annotations

import httpx
import pytest

from flows.commands.main import main as dateline
from flows.commands.notify import CALLED


def test_twice_is_once_with_the_newer_address(
    prefect_server: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The address may stand in another variable; the server shows it to nobody."""
    monkeypatch.setenv("PREFECT_API_URL", prefect_server)
    for word in ("s3cret-old", "s3cret-new"):
        monkeypatch.setenv("OTHER_HOOK", f"http://127.0.0.1:9/{word}")
        assert dateline(["notify", "--webhook-from", "OTHER_HOOK"]) == 0
    found = httpx.post(f"{prefect_server}/automations/filter", json={}, timeout=30)
    (automation,) = (each for each in found.json() if each["name"] == CALLED)
    blocks = httpx.post(f"{prefect_server}/block_documents/filter", json={}, timeout=30)
    (block,) = (each for each in blocks.json() if each["name"] == CALLED)
    assert automation["actions"][0]["block_document_id"] == block["id"]
    shown = f"{found.text} {blocks.text} {''.join(capsys.readouterr())}"
    assert "s3cret" not in shown


def test_a_webhook_needs_an_address(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """One line, which names the variable."""
    monkeypatch.delenv("DATELINE_WEBHOOK_URL", raising=False)
    assert dateline(["notify"]) == 1
    assert "DATELINE_WEBHOOK_URL is not set" in capsys.readouterr().err
