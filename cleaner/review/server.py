"""The server of a review: this machine alone, one random address, and nothing from elsewhere."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from secrets import token_urlsafe
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from cleaner.errors import CleanerError
from cleaner.review.session import Session

HOST = "127.0.0.1"
# Bytes of randomness in the address; 16 cannot be guessed.
TOKEN_BYTES = 16
# Bytes of the largest request: a rule with its examples. Chosen by hand.
MOST_BYTES = 1_000_000
# Seconds after which a connection on which nothing comes is closed.
IDLE = 60
PAGE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "": ("review.html", "text/html; charset=utf-8"),
        "review.css": ("review.css", "text/css; charset=utf-8"),
        "review.js": ("review.js", "text/javascript; charset=utf-8"),
        "pile.js": ("pile.js", "text/javascript; charset=utf-8"),
    }
)
HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Cache-Control": "no-store",
        "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
)


class ReviewServer(ThreadingHTTPServer):
    """Serves the page of one session under an address that only who started it knows."""

    daemon_threads = True

    def __init__(self, session: Session, port: int = 0) -> None:
        super().__init__((HOST, port), _Handler)
        self.token = token_urlsafe(TOKEN_BYTES)
        self.asked: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
            name: getattr(session, name) for name in ("progress", "documents", "document", "effect", "candidate")
        }
        self.told: dict[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
            name: getattr(session, name) for name in ("propose", "weigh", "save", "decide", "undo")
        }

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"http://{HOST}:{self.server_port}/{self.token}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that closes a connection early is no error; a bug in an answer is said to the page."""


class _Handler(BaseHTTPRequestHandler):
    server: ReviewServer
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "cleaner", ""
    timeout = IDLE

    def do_GET(self) -> None:
        """The page, or what it asks for."""
        name = self._name()
        if name in PAGE:
            file, kind = PAGE[name]
            self._answer(HTTPStatus.OK, kind, _content(file))
        elif name in self.server.asked:
            self._give(self.server.asked[name], dict(parse_qsl(urlsplit(self.path).query)))
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "there is nothing here")

    def do_POST(self) -> None:
        """What the page wants done. Only our own page can send JSON here: another site would have to ask first."""
        name, size = self._name(), int(self.headers.get("Content-Length") or 0)
        if name not in self.server.told:
            self._refuse(HTTPStatus.NOT_FOUND, "there is nothing here")
        elif self.headers.get("Content-Type") != "application/json" or not self._is_own_page():
            self._refuse(HTTPStatus.FORBIDDEN, "this does not come from the page")
        elif not 0 <= size <= MOST_BYTES:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"more than {MOST_BYTES:,} bytes")
        else:
            try:
                fields = json.loads(self.rfile.read(size))
            except (ValueError, RecursionError):
                fields = None
            if isinstance(fields, dict):
                self._give(self.server.told[name], fields)
            else:
                self._refuse(HTTPStatus.BAD_REQUEST, "not an object of JSON")

    def _name(self) -> str:
        """What is asked for, or "-" if the address is not the one that was given out.

        The Host header must be ours too: a name of a site that leads to this machine would read its answers.
        """
        path = urlsplit(self.path).path
        start = f"/{self.server.token}/"
        mine = {f"{host}:{self.server.server_port}" for host in (HOST, "localhost")}
        return path.removeprefix(start) if path.startswith(start) and self.headers.get("Host") in mine else "-"

    def _is_own_page(self) -> bool:
        origin = self.headers.get("Origin")
        return origin is None or origin == f"http://{self.headers.get('Host')}"

    def _give(self, answer: Callable[[Mapping[str, Any]], dict[str, Any]], fields: Mapping[str, Any]) -> None:
        try:
            status, given = HTTPStatus.OK, answer(fields)
        except CleanerError as error:
            status, given = HTTPStatus.BAD_REQUEST, {"error": str(error)}
        # What no UTF-8 can hold is written as the escapes of JSON.
        self._answer(status, "application/json", json.dumps(given).encode())

    def _refuse(self, status: HTTPStatus, why: str) -> None:
        self.close_connection = True  # the rest of the request is not read
        self._answer(status, "application/json", json.dumps({"error": why}).encode())

    def _answer(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        for name, value in {**HEADERS, "Content-Type": kind, "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (the name that the library gives)
        """Say nothing: the address holds the token."""


@cache
def _content(file: str) -> bytes:
    return (files("cleaner.review") / "page" / file).read_bytes()
