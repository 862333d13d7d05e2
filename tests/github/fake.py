"""GitHub's REST interface on loopback, as a plain store: lists that come in pages, things that can be made and changed.

A test seeds `lists` (a path below the repository to its rows) and `things` (a path to one object), runs the real
command against it, and looks at what is there afterwards, or at `asked`: every request in order.
"""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

REPOSITORY = "larkmoor/watchbill"
TOKEN = "a-token-of-a-test"
# Whoever writes with a workflow's own token.
BOT = {"login": "github-actions[bot]", "type": "Bot"}


class Asked(NamedTuple):
    """One request: its method, its path below the repository, its query and its body."""

    method: str
    path: str
    query: dict[str, str]
    body: Any


class Fake:
    """The repository as GitHub holds it."""

    def __init__(self) -> None:
        self.lists: dict[str, list[dict[str, Any]]] = {}
        self.things: dict[str, dict[str, Any]] = {}
        self.asked: list[Asked] = []
        self.fails: list[tuple[int, dict[str, str]]] = []
        """Answers that are given first, before anything is looked at: status and headers; 200 has an empty list."""
        self.api = ""
        self.next_id = 1000
        self.author = {"login": "github-actions[bot]", "type": "Bot"}
        """Who makes what a token makes."""

    @property
    def environment(self) -> dict[str, str]:
        """What a workflow's environment says of it."""
        return {
            "GITHUB_API_URL": self.api,
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_TOKEN": TOKEN,
        }

    def answer(self, asked: Asked) -> tuple[int, Any, dict[str, str]]:
        """Status, JSON and headers of the answer."""
        self.asked.append(asked)
        if self.fails:
            status, head = self.fails.pop(0)
            return status, [] if status == 200 else {"message": "as the test wants it"}, head
        if asked.method == "GET":
            return self._read(asked)
        if asked.method == "POST":
            self.next_id += 1
            made = {"id": self.next_id, "number": self.next_id, "state": "open"}
            made["html_url"] = f"https://github.example/{REPOSITORY}/{asked.path}/{self.next_id}"
            made |= {"user": self.author, **asked.body}
            self.lists.setdefault(asked.path, []).append(made)
            return 201, made, {}
        found = self._thing(asked.path)
        if found is None:
            return 404, {"message": "Not Found"}, {}
        if asked.method == "DELETE":
            self.lists = {
                path: [row for row in rows if row is not found] for path, rows in self.lists.items()
            }
            return 204, None, {}
        found.update(asked.body or {})
        return 200, found, {}

    def _read(self, asked: Asked) -> tuple[int, Any, dict[str, str]]:
        rows = self.lists.get(asked.path)
        if rows is None:
            thing = self._thing(asked.path)
            return (200, thing, {}) if thing is not None else (404, {"message": "Not Found"}, {})
        size, page = int(asked.query.get("per_page", 30)), int(asked.query.get("page", 1))
        rows = [row for row in rows if _fits(row, asked.query)]
        part = rows[(page - 1) * size : page * size]
        if page * size >= len(rows):
            return 200, part, {}
        query = "&".join(f"{k}={v}" for k, v in {**asked.query, "page": str(page + 1)}.items())
        address = f"{self.api}/repos/{REPOSITORY}/{asked.path}?{query}"
        return 200, part, {"Link": f'<{address}>; rel="next", <{self.api}/x>; rel="last"'}

    def _thing(self, path: str) -> dict[str, Any] | None:
        """One object: seeded by its path, or a row of a list by its id or number at the path's end."""
        if path in self.things:
            return self.things[path]
        folder, _, last = path.rpartition("/")
        lists = [self.lists.get(folder, [])]
        if folder == "issues/comments":
            lists += [rows for name, rows in self.lists.items() if name.endswith("/comments")]
        for row in (row for rows in lists for row in rows):
            if last in (str(row.get("number")), str(row.get("id"))):
                return row
        return None


def _fits(row: dict[str, Any], query: dict[str, str]) -> bool:
    """Whether a row is among those that a query wants: `state`, `labels`, and `head` of pull requests."""
    state = query.get("state", "open")
    if state != "all" and row.get("state") in ("open", "closed") and row["state"] != state:
        return False
    if "labels" in query:
        names = {one["name"] if isinstance(one, dict) else one for one in row.get("labels", ())}
        return set(query["labels"].split(",")) <= names
    if "head" in query and isinstance(row.get("head"), dict):
        return bool(row["head"].get("label") == query["head"])
    return True


@contextmanager
def serving(fake: Fake) -> Iterator[Fake]:
    """The store behind a real server on this machine. Requests without the token get 401."""

    class Handler(BaseHTTPRequestHandler):
        def _serve(self) -> None:
            parts = urlsplit(self.path)
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            path = parts.path.removeprefix(f"/repos/{REPOSITORY}").strip("/")
            asked = Asked(self.command, path, dict(parse_qsl(parts.query)), body)
            if self.headers.get("Authorization") != f"Bearer {TOKEN}":
                status, found, head = 401, {"message": "Bad credentials"}, {}
            else:
                status, found, head = fake.answer(asked)
            raw = b"" if found is None else json.dumps(found).encode()
            self.send_response(status)
            for name, value in {"Content-Length": str(len(raw)), **head}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(raw)

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = _serve  # noqa: N815 - the library's names

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    fake.api = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
