"""What is remembered changes nothing but the time that a run takes."""

import json
import multiprocessing
import os
import random
import shutil
import time
from pathlib import Path

import pytest

from tests import smallest
from tests.cli.book import smallest_book
from tests.load.edits import edit
from tests.support import ROOT
from watchbill.cli.case import open_case
from watchbill.cli.check import Options, check
from watchbill.finding import Finding
from watchbill.load.cache import Cache, cache_folder
from watchbill.load.library import load

HOUR_NS = 3600 * 10**9


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WATCHBILL_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "book"
    folder.mkdir()
    return smallest_book(folder)


def warm(book: Path) -> tuple[Finding, ...]:
    return check(Options(root=str(book), at=smallest.NOW)).findings


def cold(book: Path) -> tuple[Finding, ...]:
    return check(Options(root=str(book), at=smallest.NOW, cached=False)).findings


def grow_old(book: Path) -> None:
    """As if the last run were an hour back: from now on stamps alone are trusted."""
    loaded = load([str(book)], now=smallest.NOW)
    table = loaded.cache.read()
    written = time.time_ns() + HOUR_NS
    loaded.cache.write({**table, "cards": [table["cards"]], "written": written})


def kept(book: Path) -> Path:
    """The one file of the cache."""
    (found,) = (book.parent / "cache").glob("*.json")
    return found


@pytest.mark.parametrize("seed", range(10))
def test_a_run_with_a_memory_says_what_a_run_without_one_says(book: Path, seed: int) -> None:
    chance = random.Random(seed)
    assert warm(book) == cold(book) == ()
    done = []
    for _ in range(25):
        done.append(edit(book, chance))
        assert warm(book) == cold(book), done
        if chance.random() < 0.5:
            grow_old(book)
        if chance.random() < 0.3:
            assert warm(book) == cold(book), (done, "again")


def test_all_that_is_shipped_is_judged_alike_from_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WATCHBILL_CACHE", str(tmp_path / "cache"))
    copy = tmp_path / "copy"
    for name in ("playbooks", "runbooks"):
        shutil.copytree(ROOT / name, copy / name)
    first = cold(copy)
    assert warm(copy) == first
    assert warm(copy) == first
    chance = random.Random(7)
    paths = sorted((copy / "playbooks").rglob("*.yaml"))
    for path in chance.sample(paths, 12):
        text = path.read_text("utf-8")
        path.write_text(text.replace("owner:", "oner:", 1), "utf-8")
        assert warm(copy) == cold(copy)
        if chance.random() < 0.5:
            path.write_text(text, "utf-8")


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: raw[: len(raw) // 2],
        lambda raw: raw[:-1],
        lambda raw: raw[:200] + bytes([raw[200] ^ 1]) + raw[201:],
        lambda raw: bytes([raw[0] ^ 1]) + raw[1:],
        lambda raw: raw[:-9] + bytes([raw[-9] ^ 1]) + raw[-8:],
        lambda raw: raw[:98] + b"999999999999" + raw[110:],
        lambda raw: raw[:98] + b"-00000000001" + raw[110:],
        lambda raw: raw[:98] + b"000000000100" + raw[110:],
        lambda _: b"",
        lambda _: b"\n\n\n",
        lambda _: b"{}",
        lambda _: json.dumps({"files": 3}).encode(),
        lambda _: b"\xff" * 100,
        lambda raw: raw + raw,
    ],
    ids=[
        "half",
        "short",
        "body",
        "sum",
        "card",
        "far",
        "before",
        "elsewhere",
        "empty",
        "lines",
        "JSON",
        "foreign",
        "bytes",
        "twice",
    ],
)
def test_a_damaged_memory_is_as_good_as_none_and_is_mended(book: Path, damage: object) -> None:
    (book / "fraud.yaml").write_text("kind: harm\n")
    said = warm(book)
    whole = kept(book).read_bytes()
    kept(book).write_bytes(damage(whole))  # type: ignore[operator]
    assert warm(book) == said == cold(book)
    assert kept(book).read_bytes().split(b"\n")[1] == whole.split(b"\n")[1]
    assert warm(book) == said


def test_what_another_version_of_the_tool_kept_is_not_read(book: Path) -> None:
    warm(book)
    checksum, version, rest = kept(book).read_bytes().split(b"\n", 2)
    kept(book).write_bytes(b"\n".join((checksum, version[::-1], rest)))
    assert load([str(book)]).cache.read() == {}
    assert warm(book) == ()
    assert load([str(book)]).cache.read() != {}


def test_a_memory_of_another_shape_is_not_used(book: Path) -> None:
    warm(book)
    cache = load([str(book)]).cache
    for table in ({"files": [], "written": 1}, {"files": {}, "written": "x"}, {"verdicts": 3}):
        cache.write(table)
        assert warm(book) == ()


def test_a_memory_that_is_switched_off_leaves_no_file(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cold(book)
    assert not (book.parent / "cache").exists()
    for off in ("", "0", "off"):
        monkeypatch.setenv("WATCHBILL_CACHE", off)
        assert cache_folder() is None
        assert warm(book) == ()
    assert not (book.parent / "cache").exists()


def test_a_folder_that_cannot_be_written_is_no_fault(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (book.parent / "file").write_text("")
    monkeypatch.setenv("WATCHBILL_CACHE", str(book.parent / "file" / "cache"))
    assert warm(book) == ()
    monkeypatch.setenv("WATCHBILL_CACHE", "/proc/none/cache")
    assert warm(book) == ()


def test_the_users_cache_folder_is_where_it_lies_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WATCHBILL_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", "/tmp/x")
    assert cache_folder() == Path("/tmp/x/watchbill")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/tmp/home")
    assert cache_folder() == Path("/tmp/home/.cache/watchbill")


def test_nobody_else_may_read_what_is_kept(book: Path) -> None:
    warm(book)
    assert kept(book).stat().st_mode & 0o777 == 0o600
    assert (book.parent / "cache").stat().st_mode & 0o777 == 0o700
    assert [path.suffix for path in (book.parent / "cache").iterdir()] == [".json"]


def test_a_file_changed_within_its_stamp_is_read_again(book: Path) -> None:
    path = book / "fraud.yaml"
    before = path.stat()
    warm(book)
    path.write_bytes(path.read_bytes().replace(b"kind: harm", b"kind: hurm"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert [one.rule for one in warm(book)] == ["document/unknown-kind"]


def test_what_is_settled_is_not_read_again(book: Path) -> None:
    warm(book)
    grow_old(book)
    assert load([str(book)], now=smallest.NOW).kept.changed is False


def test_a_run_in_which_nothing_changed_writes_nothing(book: Path) -> None:
    warm(book)
    grow_old(book)
    before = kept(book).stat()
    warm(book)
    assert kept(book).stat() == before


def test_a_line_that_was_cut_short_or_names_too_much_is_not_used(book: Path) -> None:
    warm(book)
    grow_old(book)
    loaded = load([str(book)], now=smallest.NOW)
    table = loaded.cache.read()
    first, *rest = table["rows"]
    cut, _, length = first.rpartition("\t")
    for odd in (cut, "", "x", "\t" * 9, f"{cut}\tx", f"{cut}\t-1", f"{cut}\t{int(length) + 1}"):
        loaded.cache.write({**table, "rows": [odd, *rest], "cards": [table["cards"]]})
        assert warm(book) == cold(book) == ()
        assert loaded.cache.read()["rows"] == table["rows"]


def test_a_file_whose_name_has_a_tab_above_it_is_read_anew_each_time(book: Path) -> None:
    odd = book.parent / "a\tb"
    shutil.copytree(book, odd)
    assert warm(odd) == cold(odd) == ()
    (odd / "fraud.yaml").write_text("kind: harm\n")
    assert warm(odd) == cold(odd) != ()
    assert warm(odd) == cold(odd)


def test_who_asks_in_between_leaves_the_verdicts_to_be_judged(book: Path) -> None:
    warm(book)
    text = (book / "fraud.yaml").read_text("utf-8")
    (book / "fraud.yaml").write_text(text.replace("Fraud", "Frauds"), "utf-8")
    open_case(str(book), (), smallest.NOW, no_cache=False)
    assert warm(book) == cold(book)
    (book / "desk.yaml").unlink()
    open_case(str(book), (), smallest.NOW, no_cache=False)
    assert warm(book) == cold(book) != ()


def hammer(book: str, folder: str, seed: int) -> int:
    """Edits one file of its own and checks, over and over; how often memory and reality differed."""
    os.environ["WATCHBILL_CACHE"] = folder
    chance = random.Random(seed)
    wrong = 0
    for _ in range(15):
        loaded = load([book], now=smallest.NOW)
        loaded.cache.write(loaded.kept.with_rows(verdicts=[], noise=chance.random()))
        found = check(Options(root=book, at=smallest.NOW)).findings
        wrong += bool(found)
    return wrong


def test_two_processes_at_once_do_each_other_no_harm(book: Path) -> None:
    context = multiprocessing.get_context("spawn")
    with context.Pool(3) as pool:
        args = [(str(book), str(book.parent / "cache"), seed) for seed in range(3)]
        assert pool.starmap(hammer, args) == [0, 0, 0]
    assert [path.suffix for path in (book.parent / "cache").iterdir()] == [".json"]
    assert warm(book) == cold(book) == ()


def test_names_of_tables_that_are_no_text_are_no_fault(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "a\udcff")
    cache.write({"a": 1})
    assert cache.read() == {"a": 1}


def test_no_byte_of_what_is_kept_may_change_unseen(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "a")
    cache.write({"a": 1, "rows": ["one", "two"], "cards": [b"first", b"second"]})
    assert cache.read() == {"a": 1, "rows": ["one", "two"], "cards": b"firstsecond"}
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert cache.read() == {}
        path.write_bytes(whole[:place])
        assert cache.read() == {}
