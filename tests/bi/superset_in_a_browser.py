"""Run by the Python of Superset's environment: makes a chart of a warehouse and looks at it in a browser.

usage: superset_in_a_browser.py ADDRESS DATABASE BROWSER PICTURE WORDS; prints how many rows the shown table has.
"""

from __future__ import annotations

import json
import sys
import urllib.request
from http.cookiejar import CookieJar
from typing import Any

from playwright.sync_api import sync_playwright  # type: ignore[import-not-found,unused-ignore]

_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
_QUIET = ["--disable-background-networking", "--disable-component-update"]
_COLUMNS = ["days", "status", "label", "place", "source_count", "quote"]


class Api:
    """Superset's own interface, logged in as the administrator."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        self._token = ""
        login = {"username": "admin", "password": "admin", "provider": "db", "refresh": True}
        self._token = self.post("security/login", login)["access_token"]

    def post(self, path: str, content: dict[str, Any]) -> dict[str, Any]:
        """Send ``content``; what comes back."""
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self._token}"}
        request = urllib.request.Request(  # noqa: S310 (an address of this machine)
            f"{self._address}/api/v1/{path}", method="POST", data=json.dumps(content).encode(), headers=headers
        )
        answer: dict[str, Any] = json.load(self._opener.open(request, timeout=120))
        return answer


def make_chart(api: Api, database: str) -> int:
    """Connect the database as docs/bi/superset.md says, and make a table of chronology_export; its id."""
    extra = {"engine_params": {"connect_args": {"read_only": True}}}
    connected = api.post(
        "database/",
        {"database_name": "Dateline", "sqlalchemy_uri": f"duckdb:///{database}", "extra": json.dumps(extra)},
    )
    dataset = api.post("dataset/", {"database": connected["id"], "schema": "main", "table_name": "chronology_export"})[
        "id"
    ]
    looks = {
        "datasource": f"{dataset}__table",
        "viz_type": "table",
        "query_mode": "raw",
        "all_columns": _COLUMNS,
        "row_limit": 1000,
        "order_by_cols": [json.dumps(["sort_day", True])],
    }
    chart = {"slice_name": "Chronology", "viz_type": "table", "datasource_id": dataset, "datasource_type": "table"}
    made: int = api.post("chart/", {**chart, "params": json.dumps(looks)})["id"]
    return made


def look(address: str, chart: int, browser: str, picture: str, words: str) -> int:
    """Log in as a person does, open the chart, wait for ``words``, take a picture; how many rows the table has."""
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=browser, args=[*_FLAGS, *_QUIET])
        page = opened.new_page(viewport={"width": 1280, "height": 800})
        page.set_default_timeout(90_000)
        page.goto(f"{address}/login/")
        page.locator("#username").fill("admin")
        page.locator("#password").fill("admin")
        page.keyboard.press("Enter")
        page.wait_for_url("**/welcome/**")
        page.goto(f"{address}/explore/?slice_id={chart}")
        page.get_by_text(words).first.wait_for()
        page.screenshot(path=picture)
        count: int = page.locator("table tbody tr").count()
        opened.close()
    return count


if __name__ == "__main__":
    where, file, program, target, shown = sys.argv[1:6]
    print(look(where, make_chart(Api(where), file), program, target, shown))
