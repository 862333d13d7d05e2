"""Random bytes, and files of the book with their bytes disturbed: nothing but findings comes of them."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests import smallest
from tests.fuzz.run import SEED, read, rounds
from tests.load.bad import TABLE
from tests.support import ROOT
from watchbill.load.library import load

TOKENS = (
    b": ", b"- ", b"? ", b"&a ", b"*a ", b"!!set ", b"!x ", b"<<: ", b"---\n", b"...\n", b"%YAML 1.1\n",
    b"|\n", b">-\n", b"'", b'"', b"\\", b"\\u202e", b"\\0", b"\\x41", b"[", b"]", b"{", b"}", b",", b"#",
    b"\t", b"\r", b"\r\n", b"\n", b"\n\n", b"\0", b"\x1b", b"\x7f", b"\x85", b"\xff", b"\xc3\xa9", b"e\xcc\x81",
    b"\xe2\x80\xae", b"\xe2\x80\x8b", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"no", b"~", b"0x1f",
    b"12:30", b"1e3", b"9" * 25, b"kind", b"id", b"owner", b"::: vendor\n", b"[[", b"]]", b"```\n", b"## ",
    b"### a {danger}\n", b"[" * 40, b" " * 40, b"a" * 2000,
)  # fmt: skip


def seeds() -> list[tuple[str, bytes]]:
    """Files of every kind, good and bad."""
    shipped = [*(ROOT / "playbooks").rglob("*.yaml"), *(ROOT / "runbooks").glob("*.md")]
    small = [path for path in smallest.HERE.iterdir() if path.suffix in (".yaml", ".md")]
    files = [(path.name, path.read_bytes()) for path in sorted([*shipped, *small])]
    return files + [(bad.path, bad.raw()) for bad in TABLE if not bad.heavy]


def cut(raw: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(raw) + 1)
    return raw[:start] + raw[start + chance.choice([1, 2, 5, 40, len(raw)]) :]


def put(raw: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(raw) + 1)
    more = chance.choice([chance.choice(TOKENS), chance.randbytes(chance.randrange(1, 6))])
    return raw[:start] + more * chance.choice([1, 1, 1, 2, 30]) + raw[start:]


def flip(raw: bytes, chance: Random) -> bytes:
    if not raw:
        return raw
    start = chance.randrange(len(raw))
    return raw[:start] + bytes([raw[start] ^ 1 << chance.randrange(8)]) + raw[start + 1 :]


def double(raw: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(raw) + 1)
    part = raw[start : start + chance.choice([3, 30, 300])]
    return raw[:start] + part * chance.choice([2, 2, 20]) + raw[start:]


def swap(raw: bytes, chance: Random) -> bytes:
    rows = raw.split(b"\n")
    chance.shuffle(rows)
    return b"\n".join(rows)


WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (cut, put, put, flip, flip, double, swap)


def test_disturbed_files_are_findings_or_documents_and_nothing_else() -> None:
    counts: Counter[str] = Counter()
    files = seeds()
    for chance in rounds(counts):
        path, raw = chance.choice(files)
        for _ in range(chance.choice([1, 1, 2, 3, 8])):
            raw = chance.choice(WAYS)(raw, chance)
        if chance.random() < 0.05:
            raw = chance.randbytes(chance.randrange(200))
        if chance.random() < 0.05:
            raw = b"".join(chance.choices(TOKENS, k=chance.randrange(60)))
        try:
            read(raw[: 1 << 20], path, counts)
        except BaseException:
            print(f"seed {SEED}: {path}: {raw!r}")
            raise


def test_a_folder_of_disturbed_files_is_a_book(tmp_path: Path) -> None:
    chance = Random(SEED)
    for number, (path, raw) in enumerate(chance.choices(seeds(), k=300)):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / path).write_bytes(chance.choice(WAYS)(raw, chance))
    loaded = load([str(tmp_path)], cached=False)
    assert len(loaded.findings) > 10
    assert list(loaded.findings) == sorted(loaded.findings)
    for key in loaded.book.keys:
        assert loaded.book.find(key) is not None
