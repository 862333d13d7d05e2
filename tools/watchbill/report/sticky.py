"""The one comment on a pull request over its life: the newest report, and the verdict before it as one line."""

import re

from watchbill.errors import CannotRun
from watchbill.report.changes import NOTHING, brief
from watchbill.report.changes_markdown import MARK

_TITLE = "### watchbill: "
_SHORT = "**watchbill:** "
_HEAD = re.compile(r"<!-- watchbill:report v1 pr=\d+ head=([0-9a-f]{40,64}) -->")
# A verdict has numbers and words of our own only; another is none, and is not told again.
_VERDICT = re.compile(r"[A-Za-z0-9 ,;·\N{MINUS SIGN}-]{1,200}")
_BEFORE = re.compile(r"<sub>before, at ([0-9a-f]{7,64}): (.+)</sub>")
# By this a comment is known, whatever pull request and commit it is about.
KNOWN_BY = MARK.removesuffix(" -->")


def renewed(
    report: str, before: str | None, number: int, head: str, preview: str = ""
) -> str | None:
    """What the comment on pull request `number` says of the commit `head`; None where there need not be one.

    `report` is what `watchbill diff --format markdown` wrote; `before` what the comment says now, None where there
    is none. The verdict on an earlier commit stays as one line. Where nothing is left to tell, the comment is one
    line; where there was nothing to tell from the start, it is not made. `preview` is a line of our own that stands
    before the foot of a comparison. Raises CannotRun for what is no report.
    """
    lines = report.rstrip("\n").split("\n")
    if len(lines) < 2 or lines[0] != MARK or not lines[1].startswith(_TITLE):
        raise CannotRun("that is no report of `watchbill diff --format markdown`")
    mark = f"{KNOWN_BY} pr={number} head={head} -->"
    history = _history(before or "", head)
    if lines[1] != f"{_TITLE}{NOTHING}":
        return "\n".join([mark, *_previewed(lines[1:], preview), *history]) + "\n"
    if before is None:
        return None
    resolved = f"; resolved in {brief(head)}" if history else ""
    return "\n".join([mark, f"{_SHORT}{NOTHING}{resolved}.", *history]) + "\n"


def _previewed(lines: list[str], preview: str) -> list[str]:
    """The lines of a comparison with the preview before their foot; where nothing was compared, there is no foot."""
    foot = lines[-1].startswith("<sub>")
    return [*lines[:-1], preview, "", lines[-1]] if preview and foot else lines


def _history(before: str, head: str) -> list[str]:
    """The verdict on the last commit that was another one, as a line; none where there was none."""
    lines = before.replace("\r\n", "\n").rstrip("\n").split("\n")
    marked = _HEAD.fullmatch(lines[0]) if lines else None
    if marked is None:
        return []
    at, verdict = marked[1], _verdict(lines)
    if at == head:
        kept = _BEFORE.fullmatch(lines[-1])
        at, verdict = (kept[1], kept[2]) if kept else (at, "")
    if not _VERDICT.fullmatch(verdict):
        return []
    return ["", f"<sub>before, at {brief(at)}: {verdict}</sub>"]


def _verdict(lines: list[str]) -> str:
    line = lines[1] if len(lines) > 1 else ""
    if line.startswith(_TITLE):
        return line.removeprefix(_TITLE)
    return line.removeprefix(_SHORT).removesuffix(".") if line.startswith(_SHORT) else ""
