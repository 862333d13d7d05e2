"""Whole builds of the small book, by the real builder."""

import gzip
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import smallest
from watchbill.model.book import Book
from watchbill.pages.desk import Source
from watchbill.pages.make import Made, Order, make

SITE = Path(__file__).parents[2] / "site"
SOURCE = Source("0123456789ab", smallest.NOW)


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def build(book: Book, out: Path, audience: str = "internal") -> Made:
    return make(book, Order(audience, "", SITE, out), SOURCE)


def test_nothing_of_what_is_restricted_is_in_any_byte(canaries: Book, tmp_path: Path) -> None:
    made = build(canaries, tmp_path / "site")
    assert made.faults == ()
    assert made.hidden == 2
    for folder in (tmp_path / "site", tmp_path / "site-pages"):
        for name, raw in bytes_of(folder).items():
            plain = gzip.decompress(raw) if name.endswith(".gz") else raw
            assert b"canary" not in plain.lower(), name
            assert b"canary" not in name.encode(), name


def test_a_build_that_leaks_is_not_put_into_place(canaries: Book, tmp_path: Path) -> None:
    out = tmp_path / "site"
    out.mkdir()
    (out / "index.html").write_text("the last good build", "utf-8")
    sources = tmp_path / "sources"
    shutil.copytree(SITE, sources)
    # A page written by hand is not filtered: the scan is what stands between it and its readers.
    (sources / "docs" / "tips.md").write_text("# Tips\n\nSee sealed-canary-book.\n", "utf-8")
    made = make(canaries, Order("internal", "", sources, out), SOURCE)
    assert "tips/index.html: the id `sealed-canary-book`" in made.faults
    assert (out / "index.html").read_text("utf-8") == "the last good build"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "sources"]


def run(root: Path, out: Path, **more: str) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", "watchbill", "site", "build", "--root", str(root)]
    words += ["--sources", str(SITE), "--out", str(out), "--at", "2026-11-23T12:00:00Z"]
    words += ["--commit", "0123456789abcdef", "--audience", "internal", "--no-cache"]
    return subprocess.run(
        words, capture_output=True, text=True, env={**os.environ, **more}, check=False
    )


def content(folder: Path, *, backwards: bool) -> Path:
    """The small book as files, written in this order."""
    folder.mkdir(parents=True)
    (folder / "watchbill.toml").write_text("", "utf-8")
    documents = smallest.data()
    names = sorted(documents, reverse=backwards)
    smallest.write(folder, {name: documents[name] for name in names})
    return folder


def settings() -> Iterator[tuple[str, dict[str, str]]]:
    yield "one", {"TZ": "Asia/Kolkata", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    yield "two", {"TZ": "America/Bogota", "LANG": "C.UTF-8", "PYTHONHASHSEED": "2"}


def test_two_builds_in_two_places_are_the_same_bytes(tmp_path: Path) -> None:
    sites = []
    for name, environment in settings():
        root = content(tmp_path / name / "deeper" / "book", backwards=name == "two")
        done = run(root, tmp_path / name / "out", **environment)
        assert done.returncode == 0, done.stderr
        sites.append(bytes_of(tmp_path / name / "out"))
    one, two = sites
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []
    assert {"sitemap.xml", "sitemap.xml.gz", "search/search_index.json"} <= one.keys()


def test_content_with_errors_gets_no_site(tmp_path: Path) -> None:
    root = content(tmp_path / "book", backwards=False)
    (root / "fraud.yaml").write_text("kind: harm\nid: fraud\n", "utf-8")
    done = run(root, tmp_path / "out")
    assert done.returncode == 1
    assert "fraud.yaml:1:1" in done.stderr
    assert "no site: the content has" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--audience", "nobody"], "there is no audience `nobody`"),
        (["--sources", "no-such-folder"], "the site's settings cannot be read"),
    ],
)
def test_what_cannot_be_built_is_said_in_one_line(
    tmp_path: Path, words: list[str], said: str
) -> None:
    root = content(tmp_path / "book", backwards=False)
    command = [sys.executable, "-m", "watchbill", "site", "build", "--root", str(root)]
    command += ["--sources", str(SITE), "--out", str(tmp_path / "out"), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
