"""What Git tells of the main line of a repository: its commits, who made them, and who is said to have agreed.

Commits are read as the objects that they are: no setting of the machine changes a word of them.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from watchbill.errors import CannotRun
from watchbill.load.git import ask, commit_of, time_of

# What a commit may say of who took part; anything else at the end of a message is none of ours.
TRAILERS = ("Reviewed-by", "Approved-by", "Acked-by", "Co-authored-by", "Signed-off-by")
_TRAILER = re.compile(r"([A-Za-z][A-Za-z-]*):[ \t]+(\S.*)")
_ADDRESS = re.compile(r"\s*<[^<>]*>|\S+@\S+")
_BY_NAME = {name.lower(): name for name in TRAILERS}
NO_NAME = "somebody without a name"


class Mark(NamedTuple):
    """A commit of the main line: its name, and when it was made (UTC)."""

    name: str
    made: datetime


class Line(NamedTuple):
    """The main line, newest first. `shallow` tells that the clone has only a part of it."""

    marks: tuple[Mark, ...]
    shallow: bool


class Commit(NamedTuple):
    """A commit as Git holds it. Times are UTC, None where the commit has none that a calendar knows.

    Names are without addresses. `trailers` are what the message says of others, as name and value; `signed` tells
    that a signature is there, not that it is good.
    """

    name: str
    parents: tuple[str, ...]
    author: str
    authored: datetime | None
    committer: str
    committed: datetime | None
    subject: str
    trailers: tuple[tuple[str, str], ...]
    signed: bool


def line_of(root: str) -> Line:
    """The main line that ends in HEAD, by first parents. Raises CannotRun where there is none."""
    head = commit_of(root, "HEAD")
    told = ask(root, "rev-list", "--first-parent", "--timestamp", head, "--")
    if told is None:
        raise CannotRun(f"Git cannot tell the history of {root}")
    rows = (row.split() for row in told.decode("ascii").splitlines())
    shallow = (ask(root, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"
    return Line(tuple(Mark(name, _made(root, name, stamp)) for stamp, name in rows), shallow)


def _made(root: str, name: str, stamp: str) -> datetime:
    found = _moment(stamp)
    return found if found is not None else time_of(root, name)


def _moment(stamp: str) -> datetime | None:
    """So many seconds since 1970 as an instant; None where no calendar has it."""
    try:
        return datetime.fromtimestamp(int(stamp), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def commits_of(root: str, names: Iterable[str]) -> tuple[Commit, ...]:
    """These commits, in this order, without those that the clone does not hold."""
    wanted = list(names)
    told = ask(root, "cat-file", "--batch", fed="".join(f"{one}\n" for one in wanted).encode())
    if wanted and told is None:
        raise CannotRun(f"Git cannot read the commits of {root}")
    return tuple(_commit(name, raw) for name, raw in _objects(told or b""))


def _objects(told: bytes) -> Iterator[tuple[str, bytes]]:
    """Each object of `git cat-file --batch` with its name; one that is missing is passed over."""
    at = 0
    while at < len(told):
        end = told.index(b"\n", at)
        words = told[at:end].split(b" ")
        at = end + 1
        if len(words) == 3 and words[2].isdigit():
            size = int(words[2])
            yield words[0].decode("ascii"), told[at : at + size]
            at += size + 1


def brought(root: str, commit: Commit) -> tuple[Commit, ...]:
    """The commits that a merge brought into the main line, oldest first; none of one that is no merge."""
    if len(commit.parents) < 2:
        return ()
    words = ("rev-list", "--reverse", "--topo-order", commit.name, f"^{commit.parents[0]}", "--")
    told = (ask(root, *words) or b"").decode("ascii").split()
    return commits_of(root, (name for name in told if name != commit.name))


def _commit(name: str, raw: bytes) -> Commit:
    head, _, message = raw.partition(b"\n\n")
    rows = [row.partition(b" ") for row in head.split(b"\n") if row[:1] != b" "]
    fields = {word: value for word, _, value in reversed(rows)}
    parents = tuple(value.decode("ascii") for word, _, value in rows if word == b"parent")
    author, authored = _person(fields.get(b"author", b""))
    committer, committed = _person(fields.get(b"committer", b""))
    lines = _words(message).strip().split("\n")
    signed = b"gpgsig" in fields or b"gpgsig-sha256" in fields
    return Commit(
        name,
        parents,
        author,
        authored,
        committer,
        committed,
        lines[0].strip(),
        tuple(_trailers(lines)),
        signed,
    )


def _words(raw: bytes) -> str:
    """Text of a commit: UTF-8, or what old tools wrote."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _person(raw: bytes) -> tuple[str, datetime | None]:
    """The name without the address, and the instant, of `Name <address> seconds zone`."""
    who, _, when = raw.rpartition(b">")
    stamp = when.split()[0].decode("ascii", "replace") if when.split() else ""
    return named(_words(who + b">") if who else ""), _moment(stamp)


def named(words: str) -> str:
    """A person's name without any address."""
    return " ".join(_ADDRESS.sub(" ", words).split()) or NO_NAME


def _trailers(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Who is said to have taken part, by the lines at the end of a message, each once."""
    last = max((number for number, line in enumerate(lines) if not line.strip()), default=0)
    found = (_TRAILER.fullmatch(line.strip()) for line in lines[last + 1 :])
    yield from dict.fromkeys(
        (_BY_NAME[one[1].lower()], named(one[2]))
        for one in found
        if one and one[1].lower() in _BY_NAME
    )
