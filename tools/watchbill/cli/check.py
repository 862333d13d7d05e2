"""What `watchbill lint` does, without its command line: load, judge, settle, report.

Nothing heavy is imported here that a commit hook does not need.
"""

import importlib
import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import watchbill
from watchbill.cli.head import changed_files, head_time
from watchbill.errors import CannotRun, Exit
from watchbill.finding import Finding, Level
from watchbill.lint import Verdicts, judge, settle
from watchbill.load.laws import LAWS
from watchbill.load.library import Loaded, load
from watchbill.model.organization import Organization
from watchbill.report.text import summary, text
from watchbill.rules import all_rules
from watchbill.rules.page import parse

FORMATS = ("text", "json", "github", "sarif", "junit")


class Options(NamedTuple):
    """The options of a run, as the command line gives them."""

    paths: tuple[str, ...] = ()
    root: str = "."
    extra: tuple[str, ...] = ()
    at: datetime | None = None
    cached: bool = True
    strict: bool = False
    form: str = "text"
    since: str = ""
    colour: bool = False


class Checked(NamedTuple):
    """A loaded book with the findings to be shown, and the verdicts that they rest on."""

    loaded: Loaded
    findings: tuple[Finding, ...]
    verdicts: Verdicts


def check(options: Options) -> Checked:
    """Loads and judges the book of these options; what was learnt is kept for the next run."""
    loaded = load(
        [options.root, *options.extra],
        now=options.at or head_time(options.root),
        cached=options.cached,
    )
    rules = all_rules()
    kept: Verdicts = loaded.kept["known"].get("verdicts", {})
    judged = judge(loaded.book, loaded.places, rules, loaded.digests, kept)
    table = {**loaded.kept["table"], "verdicts": judged.verdicts}
    if table["files"] != loaded.kept["known"].get("files") or judged.verdicts != kept:
        loaded.cache.write(table)
    touched = _touched(loaded, judged.verdicts, options)
    findings = settle(
        {*loaded.findings, *judged.findings},
        loaded.book,
        levels=dict(loaded.config.levels),
        clock_rules=frozenset(rule.id for rule in rules if rule.clock),
        touched=touched.changed if touched else None,
    )
    shown = (one for one in findings if _wanted(one, options.paths, touched))
    return Checked(loaded, tuple(shown), judged.verdicts)


class _Touched(NamedTuple):
    """The documents that a change touches, those whose verdict rests on them, and the files."""

    changed: frozenset[str]
    concerned: frozenset[str]
    files: frozenset[str]


def _touched(loaded: Loaded, verdicts: Verdicts, options: Options) -> _Touched | None:
    if not options.since:
        return None
    names = changed_files(options.root, options.since)
    if names is None:
        raise CannotRun(f"Git cannot tell what has changed since `{options.since}`")
    prefix = loaded.roots[0].prefix
    files = frozenset(prefix + name for name in names)
    stems = {Path(name).stem for name in names}
    cards = loaded.book.cards
    changed = frozenset(key for key, card in cards.items() if card.file in files)
    gone = {kind for card in cards.values() for kind in (card.kind,)} if files else set()
    keys = changed | {f"{kind}:{stem}" for kind in gone for stem in stems}
    wide = {f"{key.partition(':')[0]}:*" for key in changed}
    rests = frozenset(
        key for key, (_, reads, _) in verdicts.items() if keys & reads.keys() or wide & reads.keys()
    )
    return _Touched(changed, changed | rests, files)


def _wanted(finding: Finding, paths: tuple[str, ...], touched: _Touched | None) -> bool:
    file = finding.place.file
    if touched and finding.document not in touched.concerned and file not in touched.files:
        return False
    cut = [path.removeprefix("./").rstrip("/") for path in paths]
    return not cut or any(path in (file, ".") or file.startswith(path + "/") for path in cut)


def page_address(loaded: Loaded) -> str:
    """The address below which the site shows the rules' pages; "" without an organisation."""
    sites = [organization.site for organization in loaded.book.all(Organization)]
    return f"{sites[0].rstrip('/')}/reference/rules/" if sites else ""


def laws() -> dict[str, str]:
    """Every rule's law in one sentence, the laws of form included."""
    own = {rule.id: parse(rule.doc).law for rule in all_rules()}
    return own | {name: law.text.partition(". ")[0] + "." for name, law in LAWS.items()}


def rendered(checked: Checked, options: Options) -> str:
    """The findings in the form that the options ask for."""
    findings, page = checked.findings, page_address(checked.loaded)
    documents = len(checked.loaded.book.keys)
    if options.form == "text":
        return text(findings, line_reader(options.root), colour=options.colour, page=page)
    report = importlib.import_module(f"watchbill.report.{options.form}")
    if options.form == "json":
        tool = f"watchbill {watchbill.__version__}"
        whole: str = report.as_json(findings, tool=tool, documents=documents, page=page)
    elif options.form == "github":
        whole = report.github(findings)
    elif options.form == "sarif":
        whole = report.sarif(findings, version=watchbill.__version__, laws=laws(), page=page)
    else:
        whole = report.junit(findings, documents=documents)
    return whole


class Result(NamedTuple):
    """What a run prints, and its exit code."""

    out: str
    err: str
    code: int


def result(options: Options) -> Result:
    """Checks, and says it."""
    checked = check(options)
    err = summary(checked.findings, len(checked.loaded.book.keys)) + "\n"
    return Result(rendered(checked, options), err, exit_code(checked.findings, options.strict))


def exit_code(findings: Iterable[Finding], strict: bool) -> int:
    """1 with an error (under `strict`, with a warning too), else 0."""
    levels = {finding.level for finding in findings}
    bad = Level.ERROR in levels or (strict and Level.WARNING in levels)
    return Exit.FAULTS if bad else Exit.CLEAN


def say(told: Result) -> int:
    """Writes what a run says to its two streams; returns the exit code."""
    sys.stdout.write(told.out)
    sys.stdout.flush()
    sys.stderr.write(told.err)
    return told.code


def line_reader(root: str) -> Callable[[str, int], str]:
    """Reads single source lines by file name."""

    @lru_cache(maxsize=64)
    def lines_of(file: str) -> list[str]:
        try:
            return (Path(root) / file).read_text("utf-8", errors="replace").split("\n")
        except OSError:
            return []

    def line_of(file: str, number: int) -> str:
        lines = lines_of(file)
        return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""

    return line_of
