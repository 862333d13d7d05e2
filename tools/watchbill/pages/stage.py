"""The staging folder: pages, data and settings, complete, so that any builder of the family can build it."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import yaml

from watchbill.errors import CannotRun
from watchbill.pages.desk import Desk, Source
from watchbill.pages.markup import NOTHING, Html, h, join
from watchbill.pages.page import file_of, markdown
from watchbill.pages.site import all_pages, catalogue, navigation

SETTINGS = "mkdocs.yml"


def stage(desk: Desk, sources: Path, folder: Path) -> Path:
    """Writes everything that the builder needs into a fresh folder; returns its settings file.

    `sources` is the folder of the site's own sources. Raises CannotRun where it holds no settings.
    """
    settings = _settings(sources)
    shutil.rmtree(folder, ignore_errors=True)
    docs = folder / "docs"
    docs.mkdir(parents=True)
    _copy(sources / "docs", docs)
    mark = past_mark(desk.source)
    _copy(sources / "overrides", folder / "overrides")
    written = _written(docs, mark)
    for page in all_pages(desk):
        _write(docs / file_of(page.path), markdown(page._replace(first=join(mark, page.first))))
    _write(docs / "data" / "catalogue.json", _json(catalogue(desk)))
    settings |= {"docs_dir": "docs", "site_dir": "built", "nav": navigation(desk, written)}
    settings["theme"] = {**settings["theme"], "custom_dir": "overrides"}
    settings["extra"] = {**settings.get("extra", {}), **_extra(desk)}
    settings["site_name"] = desk.organization.title if desk.organization else "Watchbill"
    if desk.organization:
        settings["site_url"] = desk.organization.site
    path = folder / SETTINGS
    _write(path, yaml.safe_dump(settings, sort_keys=False, allow_unicode=True))
    return path


def past_mark(source: Source) -> Html:
    """What stands above everything on a page of a past state; nothing on one of today's."""
    return h("p", source.past, class_="wb-note wb-warn", role="note") if source.past else NOTHING


def _settings(sources: Path) -> dict[str, Any]:
    try:
        found = yaml.safe_load((sources / SETTINGS).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise CannotRun(f"the site's settings cannot be read: {error}") from None
    if not isinstance(found, dict) or not isinstance(found.get("theme"), dict):
        raise CannotRun(f"{sources / SETTINGS} has no theme")
    return found


def _written(docs: Path, mark: Html) -> tuple[tuple[str, str], ...]:
    """Hand-written pages: their title and file. What all pages must say is put below the title."""
    found = []
    for path in sorted(docs.glob("*.md")):
        first, _, rest = path.read_text("utf-8").partition("\n")
        if mark:
            _write(path, f"{first}\n\n{mark}\n\n{rest}")
        found.append((first.lstrip("# ").strip() or path.stem, path.name))
    return tuple(found)


def _extra(desk: Desk) -> dict[str, Any]:
    source = desk.source
    return {
        "edition": desk.edition.title,
        "audience": desk.edition.audience,
        "reader": desk.edition.reader,
        "fictional": desk.fictional,
        "past": source.past,
        "commit": source.commit or "not committed",
        "built_from": f"{source.instant:%Y-%m-%d %H:%M} UTC",
        "tz_version": desk.tz_version,
    }


def _copy(source: Path, target: Path) -> None:
    """Copies a folder, names in order, times not kept."""
    target.mkdir(parents=True, exist_ok=True)
    for entry in sorted(os.scandir(source), key=lambda one: one.name) if source.is_dir() else ():
        if entry.is_dir(follow_symlinks=False):
            _copy(Path(entry.path), target / entry.name)
        elif entry.is_file(follow_symlinks=False) and not entry.name.startswith("."):
            shutil.copyfile(entry.path, target / entry.name)


def _write(path: Path, words: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, "utf-8", newline="\n")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=0, sort_keys=True) + "\n"
