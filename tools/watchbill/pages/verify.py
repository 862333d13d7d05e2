"""Checks over the built site: dead links and addresses, anything hidden that shows, what pages weigh."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape, unescape
from pathlib import Path
from posixpath import dirname, normpath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_OUTSIDE = ("https:", "http:", "mailto:", "data:")
_OPENING = re.compile(r"<([a-zA-Z][\w-]*)\s([^>]*(?:id|href|src)=[^>]*)>")
_ATTRIBUTE = re.compile(r'(?:^|\s)(id|href|src|rel)="([^"]*)"')
_LOADS = {"img", "script", "link", "iframe", "source", "object", "embed", "video", "audio"}


class Scan(NamedTuple):
    """Ids, links and loaded files of one page."""

    ids: list[str]
    links: list[str]
    loads: list[str]


def scan(text: str) -> Scan:
    """One page read. The builder and our own writer quote every attribute with double quotes."""
    found = Scan([], [], [])
    for tag, attributes in _OPENING.findall(text):
        named = dict(_ATTRIBUTE.findall(attributes))
        if "id" in named:
            found.ids.append(unescape(named["id"]))
        if tag == "link" and named.get("rel") in ("canonical", "prev", "next"):
            continue
        for address in (named.get("href"), named.get("src")):
            if address is not None:
                found.links.append(unescape(address))
                if tag in _LOADS:
                    found.loads.append(unescape(address))
    return found


def unmarked(site: Path, mark: str) -> list[str]:
    """The pages that do not say what all of them must; the page for what is not there need not."""
    words = escape(mark)
    return [
        f"{path.relative_to(site).as_posix()}: does not say “{mark}”"
        for path in sorted(site.rglob("*.html"))
        if path.name != "404.html" and words not in path.read_text("utf-8")
    ]


def dead_links(site: Path) -> list[str]:
    """What leads nowhere: links to no page or no id, ids used twice, files loaded from elsewhere."""
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    scans = {
        name: scan(path.read_text("utf-8"))
        for name, path in sorted(files.items())
        if name.endswith(".html")
    }
    ids = dict.fromkeys(files, frozenset[str]())
    ids |= {name: frozenset(found.ids) for name, found in scans.items()}
    faults: list[str] = []
    for name, found in scans.items():
        twice = sorted({one for one in ids[name] if found.ids.count(one) > 1})
        faults += [f"{name}: the id `{one}` is used twice" for one in twice]
        faults += [
            f"{name}: loads {one} from elsewhere"
            for one in found.loads
            if one.startswith(("http:", "https:", "//"))
        ]
        if name != "404.html":
            faults += [f"{name}: {one}" for one in _dead(name, found.links, ids)]
    return faults


def _dead(name: str, links: Iterable[str], ids: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Dead links of one page. `ids` has every file of the site, with the ids that it declares."""
    for link in sorted(set(links)):
        if link.startswith(_OUTSIDE):
            continue
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            yield f"the link `{link}` is of no known form"
            continue
        target = name
        if parts.path:
            target = normpath(f"{dirname(name)}/{unquote(parts.path)}".lstrip("/"))
        if target not in ids:
            target = normpath(f"{target}/index.html")
        if target not in ids:
            yield f"the link `{link}` leads to no page"
        elif parts.fragment and unquote(parts.fragment) not in ids[target]:
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
