"""Checks over the built site: dead links and addresses, anything hidden that shows, what pages weigh."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_OUTSIDE = ("https:", "http:", "mailto:", "data:")
_LOADS = {"img", "script", "link", "iframe", "source", "object", "embed", "video", "audio"}


class Scan(HTMLParser):
    """Ids, links and loaded files of one page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes ids and addresses."""
        found = dict(attrs)
        if found.get("id"):
            self.ids.append(str(found["id"]))
        canonical = tag == "link" and found.get("rel") in ("canonical", "prev", "next")
        for name in ("href", "src"):
            value = found.get(name)
            if value is not None and not canonical:
                self.links.append(value)
                if tag in _LOADS:
                    self.loads.append(value)


def scan(text: str) -> Scan:
    """One page read."""
    found = Scan()
    found.feed(text)
    found.close()
    return found


def dead_links(site: Path) -> list[str]:
    """What leads nowhere: links to no page or no id, ids used twice, files loaded from elsewhere."""
    scans = {
        path.relative_to(site).as_posix(): scan(path.read_text("utf-8"))
        for path in sorted(site.rglob("*.html"))
    }
    ids = {name: frozenset(found.ids) for name, found in scans.items()}
    faults: list[str] = []
    for name, found in scans.items():
        twice = sorted({one for one in found.ids if found.ids.count(one) > 1})
        faults += [f"{name}: the id `{one}` is used twice" for one in twice]
        faults += [
            f"{name}: loads {one} from elsewhere"
            for one in found.loads
            if one.startswith(("http", "//"))
        ]
        if name != "404.html":
            faults += [f"{name}: {one}" for one in _dead(site, name, found.links, ids)]
    return faults


def _dead(
    site: Path, name: str, links: Iterable[str], ids: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    for link in sorted(set(links)):
        if link.startswith(_OUTSIDE):
            continue
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            yield f"the link `{link}` is of no known form"
            continue
        target = (site / name).parent / unquote(parts.path) if parts.path else site / name
        if parts.path.endswith(("/", ".")) or target.is_dir():
            target = target / "index.html"
        if not target.is_file():
            yield f"the link `{link}` leads to no page"
            continue
        inside = target.resolve().relative_to(site.resolve()).as_posix()
        anchor = unquote(parts.fragment)
        if anchor and anchor not in ids.get(inside, frozenset()):
            yield f"the link `{link}` leads to no place on that page"


class Weights(NamedTuple):
    """Bytes of the pages' HTML and of the search index, as they are and compressed."""

    pages: int
    median: int
    heaviest: tuple[tuple[int, int, str], ...]
    search: int
    search_packed: int


def weights(site: Path) -> Weights:
    """What the site weighs."""
    found = []
    for path in sorted(site.rglob("*.html")):
        raw = path.read_bytes()
        found.append((len(raw), path))
    sizes = sorted(size for size, _ in found)
    heaviest = sorted(found, reverse=True)[:5]
    index = site / "search" / "search_index.json"
    raw = index.read_bytes() if index.is_file() else b""
    return Weights(
        len(found),
        sizes[len(sizes) // 2] if sizes else 0,
        tuple(
            (size, packed(path.read_bytes()), path.relative_to(site).as_posix())
            for size, path in heaviest
        ),
        len(raw),
        packed(raw),
    )


def packed(raw: bytes) -> int:
    """The size that a server sends."""
    return len(gzip.compress(raw, 9, mtime=0))


_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")
_OWN = (".html", ".json", ".xml", ".gz", ".txt", ".svg", ".md", ".yml")


def built_text(site: Path) -> Iterator[tuple[str, str]]:
    """Every file that is made from the book, as text: with its tags, and once more without them."""
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.suffix in _OWN and path.name != "search.json":
            raw = path.read_bytes()
            text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode(
                "utf-8", "replace"
            )
            if path.suffix == ".json":
                text = json.dumps(json.loads(text), ensure_ascii=False)
            plain = _SPACE.sub(" ", unescape(unescape(_TAG.sub(" ", text))))
            whole = _SPACE.sub(" ", unescape(text))
            yield path.relative_to(site).as_posix(), f"{whole}\n{plain}"
