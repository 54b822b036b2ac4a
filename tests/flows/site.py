"""A web site on this machine: a feed that grows, a webhook that remembers, and pages that answer as they are told."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from xml.sax.saxutils import escape


@dataclass
class Reply:
    """What a page answers."""

    content: bytes = b""
    code: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    #: Seconds before each byte of the content.
    pause: float = 0.0


@dataclass
class Site:
    """Pages by path, each a function of the headers it is asked with; ``asked`` and ``posted`` remember."""

    address: str = ""
    pages: dict[str, Callable[[Message], Reply]] = field(default_factory=dict)
    asked: list[tuple[str, Message]] = field(default_factory=list)
    posted: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)

    def feed(self, headers: Message) -> Reply:
        """The feed of ``items``, newest first, for whoever does not have it yet."""
        tag = f'"{hash(tuple(self.items))}"'
        if headers.get("If-None-Match") == tag:
            return Reply(code=304)
        return Reply(content=feed_of(self.items), headers={"ETag": tag, "Content-Type": "application/rss+xml"})


def feed_of(texts: list[str]) -> bytes:
    """An RSS feed with an item for each of ``texts``, named by its first line."""
    items = "".join(
        f'<item><guid isPermaLink="false">{escape(text.splitlines()[0])}</guid>'
        f"<title>{escape(text.splitlines()[0])}</title><description>{escape(text)}</description>"
        f"<pubDate>Thu, 20 Mar 2025 10:00:00 GMT</pubDate></item>"
        for text in reversed(texts)
    )
    built = f"<lastBuildDate>{len(texts)}</lastBuildDate>"
    return f'<rss version="2.0"><channel><title>Fjord Post</title>{built}{items}</channel></rss>'.encode()


@contextmanager
def served() -> Iterator[Site]:
    """A site that is served for the time of the block; ``/feed.xml`` is there from the beginning."""
    site = Site()
    site.pages["/feed.xml"] = site.feed

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, self.headers))
            page = site.pages.get(self.path.partition("?")[0])
            self._give(Reply(code=404) if page is None else page(self.headers))

        def do_POST(self) -> None:
            site.posted.append(self.rfile.read(int(self.headers.get("Content-Length", 0))).decode())
            self._give(Reply())

        def _give(self, reply: Reply) -> None:
            self.send_response(reply.code)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(ConnectionError):
                # whoever asked may have had enough
                self._write(reply)

        def _write(self, reply: Reply) -> None:
            for part in [bytes([each]) for each in reply.content] if reply.pause else [reply.content]:
                time.sleep(reply.pause)
                self.wfile.write(part)

        def log_message(self, *_: object) -> None:
            """Keep the tests' output clean."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        site.address = f"http://127.0.0.1:{server.server_port}"
        yield site
        server.shutdown()
