"""Where the relative addresses of a source lead: to another imported file, or to a picture that is copied."""

from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from watchbill.importers.markdown.inline import Target
from watchbill.load.markdown import slug

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
_MOST_BYTES = 5 << 20


class Known(NamedTuple):
    """An imported file: the id and the title that it gets."""

    id: str
    title: str


class Reach:
    """Finds what the addresses of one file lead to; `pictures` gathers those that are to be copied."""

    def __init__(
        self,
        folder: Path,
        file: str,
        known: dict[str, Known],
        anchors: dict[str, dict[str, str]],
    ) -> None:
        self._folder = folder
        self._file = PurePosixPath(file)
        self._known = known
        self._anchors = anchors
        self.pictures: dict[str, Path] = {}

    def find(self, address: str, picture: bool) -> Target | None:
        """What an address leads to; None where it is neither a file of the import nor a picture in the folder."""
        if "://" in address or "\\" in address or address.startswith(("mailto:", "/")):
            return None
        name, _, anchor = unquote(address).partition("#")
        if picture:
            return self._picture(name.partition("?")[0])
        path = self._path(name) if name else self._file.as_posix()
        known = self._known.get(path) or self._by_name(name)
        if known is None:
            return None
        step = self._anchors.get(known.id, {}).get(anchor.lower(), "") if anchor else ""
        if known.id == self._known[self._file.as_posix()].id and not step:
            return Target("", "", "led to a place on this page")
        link = f"[[runbook:{known.id}{f'#{step}' if step else ''}]]"
        return Target(link, known.title, f"is now {link}")

    def _path(self, name: str) -> str:
        """A path from this file as a path from the folder; "" where it leads out of it."""
        parts: list[str] = []
        for part in (*self._file.parent.parts, *PurePosixPath(name).parts):
            if part == ".." and not parts:
                return ""
            if part == "..":
                parts.pop()
            elif part != ".":
                parts.append(part)
        return "/".join(parts)

    def _by_name(self, name: str) -> Known | None:
        """A page by its name or title, as wikis link it; None where several have it, or none."""
        wanted = slug(name.removesuffix(".md")) if name and "/" not in name else ""
        found = {one for one in self._known.values() if wanted in (one.id, slug(one.title))}
        return found.pop() if wanted and len(found) == 1 else None

    def _picture(self, name: str) -> Target | None:
        path = self._path(name)
        if not path or PurePosixPath(path).suffix.lower() not in PICTURES:
            return None
        file = self._folder / path
        whole = self._folder.resolve()
        try:
            inside = file.resolve().is_relative_to(whole)
            if not inside or not file.is_file() or file.stat().st_size > _MOST_BYTES:
                return None
        except (OSError, ValueError):
            return None
        # The whole path in the name: two folders may have a picture of one name.
        plain = PurePosixPath(path)
        copy = f"images/{slug(str(plain.with_suffix('')))}{plain.suffix.lower()}"
        self.pictures[copy] = file
        return Target(f"picture: `{copy}`", "", f"is copied to {copy}")
