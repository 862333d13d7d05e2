"""GitHub's REST interface, as little of it as is needed: get, follow pages, send.

It is asked over the address, the repository and the token that a workflow's environment names. The token is sent
to that address alone: a redirect is refused, and the next page must lie at the same place.
"""

import json
import os
import re
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from email.message import Message
from typing import Any, NamedTuple, Self

from watchbill.errors import CannotRun
from watchbill.load.text import shown

_API = "https://api.github.com"
_VERSION = "2022-11-28"
_REPOSITORY = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+")
_NEXT = re.compile(r'<([^>]+)>; *rel="next"')
_SECONDS = 30
_TRIES, _PAUSE_SECONDS, _LONGEST_PAUSE_SECONDS = 4, 2, 60
# Answers that mean "ask again": too many at once, or a server that is not there for a moment.
_LATER = frozenset((429, 502, 503, 504))
_MOST_BYTES = 32 * 1024 * 1024


class Refused(CannotRun):
    """GitHub said no. `status` is HTTP's; 0 where nobody answered."""

    def __init__(self, status: int, why: str) -> None:
        super().__init__(why)
        self.status = status


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: it would carry the token elsewhere."""

    def redirect_request(self, *_: Any) -> None:
        return None


_OPENER = urllib.request.build_opener(_Stay)


class GitHub(NamedTuple):
    """One repository (`owner/name`) at one address of the interface."""

    api: str
    repository: str
    token: str

    @classmethod
    def here(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """The repository that a workflow runs for. Raises CannotRun where the environment names none."""
        repository = environment.get("GITHUB_REPOSITORY", "")
        if not _REPOSITORY.fullmatch(repository):
            raise CannotRun(
                "GITHUB_REPOSITORY names no repository (owner/name); run it in a workflow"
            )
        api = environment.get("GITHUB_API_URL") or _API
        if urllib.parse.urlsplit(api).scheme not in ("http", "https"):
            raise CannotRun("GITHUB_API_URL is no address of the web")
        return cls(api.rstrip("/"), repository, environment.get("GITHUB_TOKEN", ""))

    def get(self, path: str, **query: str | int) -> Any:
        """What lies at a path below the repository (with `/` in front: of all GitHub), as JSON. Raises Refused."""
        return self._ask("GET", self._address(path, query))[0]

    def every(self, path: str, **query: str | int) -> Iterator[Any]:
        """All entries of a list that comes page by page, at a path as in `get`. Raises Refused."""
        address = self._address(path, {"per_page": 100, **query})
        while address:
            rows, head = self._ask("GET", address)
            if not isinstance(rows, list):
                raise Refused(0, f"GitHub gave no list for {path}")
            yield from rows
            found = _NEXT.search(head.get("Link", ""))
            address = found[1] if found else ""
            if address and not address.startswith(f"{self.api}/"):
                raise Refused(0, "the next page of a list lies at another address")

    def send(self, method: str, path: str, body: Mapping[str, Any]) -> Any:
        """Writes something (POST, PATCH, PUT, DELETE); its JSON, None where there is none. Raises Refused."""
        return self._ask(method, self._address(path, {}), body)[0]

    def _address(self, path: str, query: Mapping[str, str | int]) -> str:
        words = f"?{urllib.parse.urlencode(query)}" if query else ""
        place = path if path.startswith("/") else f"/repos/{self.repository}/{path}"
        return f"{self.api}{place}{words}".removesuffix("/")

    def _ask(
        self, method: str, address: str, body: Mapping[str, Any] | None = None
    ) -> tuple[Any, Message]:
        """Asks, and asks again where GitHub says "later"; what was sent to be written is sent but once."""
        for last in [False] * (_TRIES - 1) + [True]:
            try:
                return self._once(method, address, body)
            except urllib.error.HTTPError as error:
                if last or method != "GET" or error.code not in _LATER:
                    raise Refused(error.code, _why(method, address, error)) from None
                time.sleep(_pause(error))
            except (OSError, ValueError) as error:
                raise Refused(
                    0, f"GitHub did not answer {method} {_plain(address)}: {error}"
                ) from None
        raise AssertionError("unreachable")

    def _once(
        self, method: str, address: str, body: Mapping[str, Any] | None
    ) -> tuple[Any, Message]:
        head = {
            "Accept": "application/vnd.github+json",
            "User-Agent": "watchbill",
            "X-GitHub-Api-Version": _VERSION,
        }
        if self.token:
            head["Authorization"] = f"Bearer {self.token}"
        data = None
        if body is not None:
            data, head["Content-Type"] = json.dumps(body).encode(), "application/json"
        request = urllib.request.Request(address, data, head, method=method)  # noqa: S310
        with _OPENER.open(request, timeout=_SECONDS) as answer:
            raw = answer.read(_MOST_BYTES + 1)
            if len(raw) > _MOST_BYTES:
                raise ValueError("the answer is too large")
            return (json.loads(raw) if raw else None), answer.headers


def _pause(error: urllib.error.HTTPError) -> float:
    said = error.headers.get("Retry-After", "")
    return min(int(said) if said.isdigit() else _PAUSE_SECONDS, _LONGEST_PAUSE_SECONDS)


def _why(method: str, address: str, error: urllib.error.HTTPError) -> str:
    """GitHub's own message, as one line that cannot hurt a terminal or a log."""
    try:
        said = json.loads(error.read(65_536)).get("message", "")
    except (OSError, ValueError, AttributeError):
        said = ""
    why = f": {shown(str(said), 200)}" if said else ""
    return f"GitHub answered {error.code} to {method} {_plain(address)}{why}"


def _plain(address: str) -> str:
    return shown(urllib.parse.urlsplit(address).path, 200)
