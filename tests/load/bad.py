"""Files that must be refused: each with the rule that answers, and the place.

Each takes the place of the team's file in the smallest book, which every other document names: one
fault, and nothing else, must be heard.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

TEAM = b"""\
kind: team
id: desk
title: Response desk
owner: desk
review: {last: 2026-11-01, every: 180d}
scope: [Works cases]
"""
RUNBOOK = b"""\
---
kind: runbook
id: block-account
title: Block an account
owner: desk
---

## Steps

### Open it

Find it.
"""


class Bad(NamedTuple):
    """A file that must be refused. `rules` are all that answer; the first is at line and column.

    `heavy` ones are read in a process of their own, which is measured.
    """

    name: str
    rules: tuple[str, ...]
    line: int
    column: int
    raw: Callable[[], bytes]
    path: str = "desk.yaml"
    heavy: bool = False


def plus(name: str, rule: str, line: str | bytes, column: int = 1, heavy: bool = False) -> Bad:
    """The team with one more line, its seventh, where the fault is."""
    added = line.encode() if isinstance(line, str) else line
    return Bad(name, (rule,), 7, column, lambda: TEAM + added + b"\n", heavy=heavy)


def whole(
    name: str, rule: str, raw: bytes, at: tuple[int, int] = (1, 1), path: str = "desk.yaml"
) -> Bad:
    """A whole file."""
    return Bad(name, (rule,), *at, lambda: raw, path)


def heavy(name: str, rules: str, raw: Callable[[], bytes], at: tuple[int, int]) -> Bad:
    """A whole file that is made to cost time or memory."""
    return Bad(name, tuple(rules.split()), *at, raw, heavy=True)


def runbook(name: str, rule: str, raw: bytes, at: tuple[int, int]) -> Bad:
    """A runbook."""
    return Bad(name, (rule,), *at, lambda: raw, "block-account.md")


def odd(name: str, value: str, rule: str = "yaml/ambiguous-scalar") -> Bad:
    """A plain scalar that readers of YAML take for different things."""
    return plus(name, rule, f"tags: [{value}]", 8)


def unseen(name: str, char: str, rule: str = "file/hidden-character") -> Bad:
    """A character in a comment."""
    return plus(name, rule, f"# a{char}b", 4)


def lines(count: int, line: Callable[[int], str]) -> Callable[[], bytes]:
    return lambda: b"".join(line(n).encode() for n in range(count))


BOMB = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n" % (n + 1, n + 1, *[n] * 9)
    for n in range(ord("a"), ord("i"))
)
MERGE_BOMB = "a: {x: 1}\n" + "".join(f"b{n}: {{<<: {{<<: {{k: {n}}}}}}}\n" for n in range(3))

YAML = (
    plus("an anchor", "yaml/anchor", "tags: &t [a]", 7),
    plus("an alias", "yaml/alias", "tags: *t", 7),
    plus("an alias for a name", "yaml/alias", "*t : [a]"),
    plus("an object of Python", "yaml/tag", "tags: !!python/object:os.system [a]", 7),
    plus("a tag of bytes", "yaml/tag", "tags: !!binary aGVsbG8=", 7),
    plus("a tag of a set", "yaml/tag", "tags: !!set {a: b}", 7),
    plus("a tag of our own", "yaml/tag", "tags: !tags [a]", 7),
    plus("a tag in full", "yaml/tag", "tags: !<tag:yaml.org,2002:seq> [a]", 7),
    plus("a tag without a name", "yaml/tag", "tags: ! [a]", 7),
    whole("a directive of the version", "yaml/directive", b"%YAML 1.1\n---\n" + TEAM),
    whole("a directive of tags", "yaml/directive", b"%TAG ! tag:x,2000:\n---\n" + TEAM),
    whole("a directive of nobody's", "yaml/directive", b"%INCLUDE x\n---\n" + TEAM, (1, 9)),
    whole("a second document", "yaml/second-document", TEAM + b"---\n" + TEAM, (7, 1)),
    whole("a second document behind dots", "yaml/second-document", TEAM + b"...\nx: y\n", (8, 1)),
    plus("a merge key", "yaml/merge-key", "<<: {tags: [a]}"),
    plus("a list as a name", "yaml/complex-key", "? [a, b]\n: c", 3),
    plus("a mapping as a name", "yaml/complex-key", "? {a: b}\n: c", 3),
    plus("a name that is no text", "yaml/ambiguous-scalar", "12: a"),
    plus("a name written twice", "yaml/duplicate-key", "title: Other"),
    plus("a name in other case", "yaml/duplicate-key", "Title: Other"),
    plus("a name in full width", "yaml/duplicate-key", "\uff54\uff49tle: Other"),
    plus("a name with a ligature", "yaml/duplicate-key", "x: {\ufb01le: a, file: c}", 13),
    plus("a name by escapes", "yaml/duplicate-key", '"\\u0074itle": Other'),
    plus("a name twice in braces", "yaml/duplicate-key", "x: {a: b, a: c}", 11),
    plus("a tab behind a colon", "yaml/tab", "tags:\t[a]", 6),
    plus("a tab that indents", "yaml/tab", "tags:\n\t- a")._replace(line=8),
    plus("a tab in a comment", "yaml/tab", "#\ta", 2),
    plus("brackets without an end", "yaml/syntax", "tags: [a, b", 7),
    plus("quotes without an end", "yaml/syntax", 'summary: "a', 10),
    plus("a second colon", "yaml/syntax", "summary: a: b", 11),
    plus("an indicator of nothing", "yaml/syntax", "summary: @a", 10),
    plus("an escape of nothing", "yaml/syntax", 'summary: "\\q"', 11),
    plus("a name without its colon", "yaml/syntax", "summary"),
    plus("an empty value", "yaml/empty-value", "summary:"),
    plus("a tilde", "yaml/empty-value", "summary: ~", 10),
    plus("null", "yaml/empty-value", "summary: null", 10),
    plus("an empty item", "yaml/empty-value", "tags:\n  -", 4)._replace(line=8),
    odd("a time of 1.1", "12:30"),
    odd("a time of 1.1 with seconds", "22:00:00"),
    odd("Norway", "NO"),
    odd("a switch", "on"),
    odd("a letter for yes", "y"),
    odd("another spelling of true", "True"),
    odd("an octal number", "0755"),
    odd("an octal number of 1.2", "0o17"),
    odd("a hexadecimal number", "0x1f"),
    odd("a binary number", "0b11"),
    odd("a number with underscores", "1_000"),
    odd("a fraction with underscores", "1.0_0"),
    odd("infinity", ".inf"),
    odd("less than infinity", "-.INF"),
    odd("no number", ".nan"),
    odd("a number with a plus", "+1"),
    odd("a power of ten", "1e3"),
    odd("a number that ends in its point", "1."),
    odd("a number that begins with its point", ".5"),
    odd("a number of nineteen digits", "1234567890123456789"),
    odd("a fraction too fine", "0.1234567890123456789"),
    odd("a value of 1.1", "="),
)

CHARACTERS = (
    unseen("a NUL", "\0", "file/control-character"),
    unseen("an escape", "\x1b", "file/control-character"),
    unseen("a delete", "\x7f", "file/control-character"),
    unseen("a C1 control", "\x9b", "file/control-character"),
    unseen("a next line", "\x85", "file/control-character"),
    unseen("a lone carriage return", "\r", "file/control-character"),
    unseen("a line separator", "\u2028", "file/control-character"),
    unseen("a noncharacter", "\uffff", "file/control-character"),
    unseen("a right-to-left override", "\u202e"),
    unseen("an isolate", "\u2066"),
    unseen("a right-to-left mark", "\u200f"),
    unseen("a zero-width space", "\u200b"),
    unseen("a word joiner", "\u2060"),
    unseen("a joiner between letters", "\u200d"),
    unseen("a soft hyphen", "\xad"),
    unseen("a Hangul filler", "\u3164"),
    unseen("a tag character", "\U000e0041"),
    unseen("a selector that hides data", "\U000e0101"),
    whole("a byte-order mark", "file/hidden-character", b"\xef\xbb\xbf" + TEAM),
    whole("UTF-16, little end", "file/not-utf8", TEAM.decode().encode("utf-16")),
    whole("UTF-16, big end", "file/not-utf8", b"\xfe\xff" + TEAM.decode().encode("utf-16-be")),
    whole("UTF-16 without a mark", "file/not-utf8", TEAM.decode().encode("utf-16-le")),
    whole("UTF-32", "file/not-utf8", TEAM.decode().encode("utf-32")),
    whole("UTF-32 without a mark", "file/not-utf8", TEAM.decode().encode("utf-32-be")),
    plus("Latin-1", "file/not-utf8", "summary: Café".encode("latin-1"), 13),
    plus("a surrogate in bytes", "file/not-utf8", b"summary: \xed\xa0\x80", 10),
    plus("an overlong slash", "file/not-utf8", b"summary: \xc0\xaf", 10),
    plus("a code behind the last", "file/not-utf8", b"summary: \xf4\x90\x80\x80", 10),
    plus("decomposed letters", "file/not-nfc", "summary: Cafe\u0301"),
    plus("an escape for NUL", "file/control-character", 'summary: "a\\0b"', 10),
    plus("an escape for a tab", "file/control-character", 'summary: "a\\tb"', 10),
    plus("an escape for a bell", "file/control-character", 'tags: ["\\x07"]', 8),
    plus("an escape for a separator", "file/control-character", 'summary: "a\\Lb"', 10),
    plus("an escape for an override", "file/hidden-character", 'summary: "\\u202E"', 10),
    plus("an escape that decomposes", "file/not-nfc", 'summary: "e\\u0301"', 10),
    plus("half a pair of surrogates", "yaml/syntax", 'summary: "\\uD800"', 13),
    plus("an escape in a name", "file/control-character", '"a\\0": b'),
)

HEAVY = (
    heavy("an alias bomb", "yaml/anchor yaml/alias", lambda: BOMB, (1, 4)),
    heavy("a merge-key bomb", "yaml/merge-key", MERGE_BOMB.encode, (2, 6)),
    heavy("a circle", "yaml/anchor yaml/alias", lambda: b"a: &a [*a]\n", (1, 4)),
    heavy("200,000 brackets", "yaml/too-deep", lambda: b"[" * 200_000, (1, 33)),
    heavy("200,000 braces", "yaml/too-deep", lambda: b"{a: " * 200_000, (1, 129)),
    heavy("200,000 dashes", "yaml/too-deep", lambda: b"- " * 200_000, (1, 65)),
    heavy("200,000 questions", "yaml/complex-key", lambda: b"? " * 200_000, (1, 3)),
    heavy("a staircase", "yaml/too-deep", lines(1000, lambda n: " " * n + "a:\n"), (33, 33)),
    heavy("a mebibyte of tabs", "yaml/tab", lambda: b"\t" * (1 << 20), (1, 1)),
    heavy("a mebibyte of NUL", "file/not-utf8", lambda: b"\0" * (1 << 20), (1, 1)),
    heavy("a mebibyte of bells", "file/control-character", lambda: b"\7" * (1 << 20), (1, 1)),
    heavy("a mebibyte of lines", "yaml/syntax", lambda: b"\n" * (1 << 20), (1, 1)),
    heavy("a mebibyte of colons", "yaml/syntax", lambda: b":\n" * (1 << 19), (1, 1)),
    heavy(
        "a mebibyte of hidden characters",
        "file/hidden-character",
        ("\u202e" * 300_000).encode,
        (1, 1),
    ),
    heavy("a byte over a mebibyte", "file/too-large", lambda: TEAM + b"#" * (1 << 20), (1, 1)),
    heavy("20,000 anchors", "yaml/anchor", lines(20_000, lambda n: f"- &a{n} x\n"), (1, 3)),
    heavy("100,000 aliases", "yaml/alias", lambda: b"- *a\n" * 100_000, (1, 3)),
    heavy("20,001 values", "yaml/too-many-nodes", lambda: b"- x\n" * 20_001, (20_000, 3)),
    heavy("500,000 values", "yaml/too-many-nodes", lambda: b"[" + b"a," * 500_000, (1, 40_000)),
    heavy("20,000 times one name", "yaml/duplicate-key", lambda: b"a: b\n" * 9_000, (2, 1)),
    heavy(
        "a text over 64 KiB",
        "yaml/scalar-too-long",
        lambda: TEAM + b"summary: " + b"a " * 33_000 + b"\n",
        (7, 10),
    ),
    heavy(
        "a quoted text over 64 KiB",
        "yaml/scalar-too-long",
        lambda: TEAM + b'summary: "' + b"a " * 33_000 + b'"\n',
        (7, 10),
    ),
    heavy(
        "a name of 60,000 letters", "yaml/syntax", lambda: TEAM + b"a" * 60_000 + b": b\n", (7, 1)
    ),
    heavy(
        "a long name that was asked for",
        "field/unknown",
        lambda: TEAM + b"? " + b"a" * 60_000 + b"\n: b\n",
        (7, 3),
    ),
    heavy(
        "9,000 unknown fields",
        "field/unknown",
        lambda: TEAM + b"".join(b"titel%d: x\n" % n for n in range(9_000)),
        (7, 1),
    ),
    heavy(
        "15,000 bad values",
        "field/value",
        lambda: TEAM.replace(b"[Works cases]", b"") + b"  - [x]\n" * 9_000,
        (7, 5),
    ),
    heavy(
        "3,900 steps of half a form",
        "field/missing field/unknown",
        lambda: b"kind: playbook\nid: wave\nsteps:\n" + b"- {ask: x, x: z}\n" * 3_900,
        (1, 1),
    )._replace(path="wave.yaml"),
    heavy(
        "6,000 steps of nothing",
        "field/missing field/unknown",
        lambda: b"kind: playbook\nid: wave\nsteps:\n" + b"- {x: z}\n" * 6_000,
        (1, 1),
    )._replace(path="wave.yaml"),
    heavy(
        "an integer of a million digits",
        "yaml/scalar-too-long",
        lambda: TEAM + b"tags: [" + b"9" * 1_000_000 + b"]\n",
        (7, 8),
    ),
)

MODEL = (
    plus("an unknown field", "field/unknown", "sumary: Works"),
    plus("a text for a list", "field/value", "tags: a", 7),
    plus("a list for a text", "field/value", "summary: [a]", 10),
    plus("a number for a text", "field/value", "summary: 12", 10),
    plus("true for a text", "field/value", "summary: true", 10),
    plus("a text of two lines in a field of one", "field/value", "summary: |\n  a\n  b", 10),
    plus("an address of the wrong kind", "field/value", "github: desk", 9),
    plus("an id with a full-width letter", "field/value", "tags: [\uff41]", 8),
    plus("an id of 65 letters", "field/value", f"tags: [{'a' * 65}]", 8),
    plus("an id that climbs", "field/value", "tags: [../x]", 8),
    plus("an id in capitals", "field/value", "tags: [Desk]", 8),
    plus(
        "a day that does not exist",
        "field/value",
        "silences:\n  - {rule: a/b, reason: x, until: 2026-02-30}",
        35,
    )._replace(line=8),
    whole("a duration in words", "field/value", TEAM.replace(b"180d", b"half a year"), (5, 35)),
    whole(
        "a duration that ends in a line",
        "field/value",
        TEAM.replace(
            b"{last: 2026-11-01, every: 180d}", b"\n  last: 2026-11-01\n  every: |\n    180d"
        ),
        (7, 10),
    ),
    whole(
        "a duration of a thousand years", "field/value", TEAM.replace(b"180d", b"9999y"), (5, 35)
    ),
    whole("no owner", "field/missing", TEAM.replace(b"owner: desk\n", b"")),
    whole("no kind", "document/unknown-kind", TEAM.replace(b"kind: team\n", b"")),
    whole("a kind of nobody's", "document/unknown-kind", TEAM.replace(b"team", b"teem"), (1, 7)),
    whole(
        "a kind that is a list", "document/unknown-kind", TEAM.replace(b"team", b"[team]"), (1, 7)
    ),
    whole(
        "an id that is not the name",
        "document/name-is-not-id",
        TEAM.replace(b"id: desk", b"id: disk"),
        (2, 5),
    ),
    whole("an empty file", "yaml/syntax", b""),
    whole("only a comment", "yaml/syntax", b"# soon\n"),
    whole("only a line", "yaml/empty-value", b"---\n", (2, 1)),
    whole("a list", "document/unknown-kind", b"- a\n- b\n"),
    whole("a scalar", "document/unknown-kind", b"hello\n"),
    whole("a number", "document/unknown-kind", b"12\n"),
    whole("JSON with a fault", "yaml/syntax", b'{"kind": "team",, "id": "desk"}', (1, 17)),
    whole("a web page", "yaml/syntax", b"<!doctype html>\n<p>kind: team: x\n", (2, 8)),
    whole(
        "a runbook as YAML",
        "document/wrong-form",
        b"kind: runbook\nid: block-account\ntitle: Block\nowner: desk\n",
        (1, 7),
        "block-account.yaml",
    ),
    whole("another ending", "document/wrong-form", TEAM, (1, 1), "desk.yml"),
    whole("an ending in capitals", "document/wrong-form", TEAM, (1, 1), "desk.YAML"),
)

RUNBOOKS = (
    runbook(
        "front matter without an end",
        "document/wrong-form",
        RUNBOOK.replace(b"---\n\n", b"\n"),
        (1, 1),
    ),
    runbook("three dashes and no more", "document/wrong-form", b"---\n", (1, 1)),
    runbook("an empty front", "yaml/syntax", b"---\n---\n\n## Steps\n", (2, 1)),
    whole(
        "a team in Markdown",
        "document/wrong-form",
        b"---\n" + TEAM.replace(b"id: desk", b"id: crew") + b"---\n",
        (2, 7),
        "crew.md",
    ),
    runbook(
        "a field of the body",
        "field/unknown",
        RUNBOOK.replace(b"owner: desk\n", b"owner: desk\nbody: x\n"),
        (6, 1),
    ),
    runbook("a tab in the front", "yaml/tab", RUNBOOK.replace(b": Block", b":\tBlock"), (4, 7)),
    runbook(
        "a control in the body",
        "file/control-character",
        RUNBOOK.replace(b"Find it", b"Find\x1bit"),
        (12, 5),
    ),
    runbook(
        "an override in the body",
        "file/hidden-character",
        RUNBOOK.replace(b"Find it", "Find \u202eti".encode()),
        (12, 6),
    ),
    runbook(
        "a hidden space in code",
        "file/hidden-character",
        RUNBOOK.replace(b"Find it", "`a\u200bb`".encode()),
        (12, 3),
    ),
    runbook(
        "an anchor in the front",
        "yaml/anchor",
        RUNBOOK.replace(b"owner: desk", b"owner: &o desk"),
        (5, 8),
    ),
    runbook(
        "an unknown field in the front",
        "field/unknown",
        RUNBOOK.replace(b"owner: desk\n", b"owner: desk\nroll: [analyst]\n"),
        (6, 1),
    ),
    runbook(
        "a title too long",
        "field/value",
        RUNBOOK.replace(b"### Open it", b"### " + b"Open " * 61),
        (10, 1),
    ),
)

# Right in form and full of faults: the rules answer, and must be as quick.
LOUD = (
    runbook(
        "3,000 links to nowhere",
        "references/unknown",
        RUNBOOK.replace(b"Find it.", b"\n".join(b"[[harm:x%d]]" % n for n in range(3_000))),
        (12, 1),
    ),
    runbook(
        "3,000 vague steps",
        "wording/vague-word",
        RUNBOOK.replace(b"Find it.", b"\n".join(b"### Do %d\n\nsoon" % n for n in range(3_000))),
        (14, 1),
    ),
    runbook(
        "one vague word, 40,000 times",
        "wording/vague-word",
        RUNBOOK.replace(b"Find it.", b"soon " * 40_000),
        (12, 1),
    ),
    runbook(
        "a fence of spaces",
        "audience/bad-fence",
        RUNBOOK.replace(b"Find it.", b":::a" + b" " * 500_000 + b"b"),
        (12, 1),
    ),
    runbook(
        "a heading of spaces",
        "runbook/missing-section",
        RUNBOOK.replace(b"Find it.", b"### a" + b" " * 500_000 + b"{danger} #"),
        (1, 1),
    ),
)
TABLE = (*YAML, *CHARACTERS, *HEAVY, *MODEL, *RUNBOOKS)


class Lay(NamedTuple):
    """Something odd laid into the folder of the book, what answers, and in which file."""

    name: str
    rule: str
    file: str
    lay: Callable[[Path], None]


def link(name: str, target: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).symlink_to(target)


def moved(old: str, new: str) -> Callable[[Path], None]:
    """A file of the book under another name, and a link, or another odd thing, in its place."""
    return lambda folder: (folder / old).rename(folder / new)


def _link_in_tree(folder: Path) -> None:
    (folder / "real").mkdir()
    (folder / "fraud.yaml").rename(folder / "real" / "fraud.yaml")
    (folder / "extra.yaml").symlink_to("real/fraud.yaml")


def _linked_folder(folder: Path) -> None:
    (folder / "more").symlink_to(folder)


def _loop(folder: Path) -> None:
    (folder / "a.yaml").symlink_to("b.yaml")
    (folder / "b.yaml").symlink_to("a.yaml")


def _pipe_for(folder: Path) -> None:
    (folder / "fraud.yaml").unlink()
    os.mkfifo(folder / "fraud.yaml")


def _link_for(folder: Path) -> None:
    (folder / "fraud.yaml").unlink()
    (folder / "fraud.yaml").symlink_to("/etc/hostname")


def _file(name: bytes) -> Callable[[Path], None]:
    def lay(folder: Path) -> None:
        path = folder / os.fsdecode(name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"kind: team\n")

    return lay


FOLDERS = (
    Lay(
        "a link out of the tree",
        "file/symbolic-link",
        "hosts.yaml",
        link("hosts.yaml", "/etc/hosts"),
    ),
    Lay("a link within the tree", "file/symbolic-link", "extra.yaml", _link_in_tree),
    Lay("a link to a folder", "file/symbolic-link", "more", _linked_folder),
    Lay("a link to nothing", "file/symbolic-link", "x.yaml", link("x.yaml", "nowhere")),
    Lay("a link in place of a document", "file/symbolic-link", "fraud.yaml", _link_for),
    Lay("a pipe", "file/not-a-file", "fraud.yaml", _pipe_for),
    Lay("a name with a line end", "file/control-character", "a\\nb.yaml", _file(b"a\nb.yaml")),
    Lay(
        "a name with an escape", "file/control-character", "a\\x1b[2J.yaml", _file(b"a\x1b[2J.yaml")
    ),
    Lay("a name that is not UTF-8", "file/not-utf8", "a\\udcff.yaml", _file(b"a\xff.yaml")),
    Lay(
        "a folder that hides its name",
        "file/hidden-character",
        "a\\u202eb",
        _file("a\u202eb/x.yaml".encode()),
    ),
    Lay(
        "a name in decomposed form",
        "file/not-nfc",
        "cafe\u0301.yaml",
        _file("cafe\u0301.yaml".encode()),
    ),
)
