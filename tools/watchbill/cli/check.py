"""What `watchbill lint` does, without its command line: load, judge, settle, report.

Nothing heavy is imported here that a commit hook does not need.
"""

import importlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import watchbill
from watchbill.cli.head import changed_files, earlier, head_time
from watchbill.cli.levels import level_settings, notes_of
from watchbill.errors import CannotRun, Exit
from watchbill.finding import Finding, Level
from watchbill.lint import judge, judge_once
from watchbill.load.document import likely_key
from watchbill.load.folder import is_content, read_bytes
from watchbill.load.library import NOT_LISTED, Listed, load
from watchbill.load.loaded import Loaded
from watchbill.load.remembered import RememberedPlaces
from watchbill.model.book import BROKEN, CARD, IDS
from watchbill.model.kinds import KINDS
from watchbill.model.organization import Organization
from watchbill.report.text import counts, summary, text
from watchbill.rules import Rule, all_rules, from_rows, to_rows
from watchbill.settle import settle
from watchbill.verdicts import NO_VERDICTS, Verdicts

FORMATS = ("text", "json", "github", "sarif", "junit")


class Options(NamedTuple):
    """The options of a run, as the command line gives them. `notes` shows notes in text too.

    `unplaced` says that of notes no more than the file will be asked: a run without a cache spares the
    look for their lines.
    """

    paths: tuple[str, ...] = ()
    root: str = "."
    extra: tuple[str, ...] = ()
    at: datetime | None = None
    cached: bool = True
    strict: bool = False
    form: str = "text"
    since: str = ""
    colour: bool = False
    notes: bool = False
    unplaced: bool = False


class Checked(NamedTuple):
    """A loaded book with the findings to be shown, and the verdicts that they rest on."""

    loaded: Loaded
    findings: tuple[Finding, ...]
    verdicts: Verdicts


def check(options: Options, listed: Listed = NOT_LISTED) -> Checked:
    """Loads and judges the book of these options; what was learnt is kept for the next run."""
    loaded = load(
        [options.root, *options.extra],
        now=options.at or head_time(options.root),
        cached=options.cached,
        listed=listed,
    )
    rules = from_rows(loaded.kept.table.get("rules", ())) or all_rules()
    levels, paths = level_settings(loaded.config, rules), _narrowed(options.paths)
    if loaded.cache.off and not options.since:
        unplaced = notes_of(rules, levels) if options.unplaced else ()
        found = judge_once(loaded.book, loaded.places, rules, unplaced)
        verdicts = NO_VERDICTS
    else:
        found, verdicts = _judged(loaded, rules)
    touched = _touched(loaded, verdicts, options)
    findings = settle(
        {*loaded.findings, *found},
        loaded.book,
        levels=levels,
        clock_rules=frozenset(rule.id for rule in rules if rule.clock),
        touched=touched.changed if touched else None,
    )
    shown = (one for one in findings if _wanted(one, paths, touched))
    return Checked(loaded, tuple(shown), verdicts)


def _judged(loaded: Loaded, rules: Sequence[Rule]) -> tuple[tuple[Finding, ...], Verdicts]:
    """The findings of the rules, with those of the last run that still hold; all is kept for the next run."""
    before = loaded.kept.table
    kept = Verdicts(*before["verdicts"]) if before.get("verdicts") else NO_VERDICTS
    places = RememberedPlaces(loaded.places, before.get("places", {}), loaded.digests)
    judged = judge(loaded.book, places, rules, loaded.digests, kept)
    if loaded.kept.changed or judged.verdicts != kept:
        loaded.cache.write(
            loaded.kept.with_rows(
                verdicts=judged.verdicts, places=places.used, rules=to_rows(rules)
            )
        )
    return judged


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
    changed = frozenset(key for key, card in loaded.book.cards.items() if card.file in files)
    stems = {Path(name).stem for name in names if is_content(Path(name).name)}
    keys = changed | {f"{kind}:{stem}" for kind in KINDS for stem in stems}
    wide = {f"{key.partition(':')[0]}:*" for key in {*changed, *_lost(loaded, names, options)}}
    parts = {key + CARD for key in keys} | {
        kind.removesuffix(":*") + part for kind in wide for part in (IDS, BROKEN)
    }
    return _Touched(changed, changed | verdicts.resting(keys | wide | parts), files)


def _lost(loaded: Loaded, names: Iterable[str], options: Options) -> Iterator[str]:
    """The keys of what a change deletes or breaks."""
    there = {card.file for card in loaded.book.cards.values()}
    for name in names:
        if is_content(Path(name).name) and loaded.roots[0].prefix + name not in there:
            yield likely_key(earlier(options.root, options.since, name), name)


def _wanted(finding: Finding, paths: Sequence[str], touched: _Touched | None) -> bool:
    file = finding.place.file
    if touched and finding.document not in touched.concerned and file not in touched.files:
        return False
    whole = _whole(file)
    return not paths or any(
        whole.startswith(path) if path.endswith("/") else whole == path for path in paths
    )


def _whole(path: str) -> str:
    return os.path.normpath(Path.cwd() / path)


def _narrowed(paths: Sequence[str]) -> list[str]:
    """The paths in full; a folder ends in `/`. Raises CannotRun for one that is not there."""
    for path in paths:
        if not os.path.lexists(path):
            raise CannotRun(f"{path} is not there")
    return [f"{_whole(path)}/" if Path(path).is_dir() else _whole(path) for path in paths]


def page_address(loaded: Loaded) -> str:
    """The address below which the site shows the rules' pages; "" without an organisation."""
    sites = [organization.site for organization in loaded.book.all(Organization)]
    return f"{sites[0].rstrip('/')}/reference/rules/" if sites else ""


def rendered(checked: Checked, options: Options) -> str:
    """The findings in the form that the options ask for."""
    findings, page = checked.findings, page_address(checked.loaded)
    documents = len(checked.loaded.book.keys)
    if options.form == "text":
        shown = [one for one in findings if options.notes or one.level is not Level.NOTE]
        return text(shown, line_reader(options.root), colour=options.colour, page=page)
    report = importlib.import_module(f"watchbill.report.{options.form}")
    if options.form == "json":
        tool = f"watchbill {watchbill.__version__}"
        whole: str = report.as_json(findings, tool=tool, documents=documents, page=page)
    elif options.form == "github":
        whole = report.github(findings)
    elif options.form == "sarif":
        laws = importlib.import_module("watchbill.rules.page").laws()
        whole = report.sarif(findings, version=watchbill.__version__, laws=laws, page=page)
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
    return result_of(check(options), options)


def result_of(checked: Checked, options: Options) -> Result:
    """What is said of what was checked."""
    err = summary(checked.findings, len(checked.loaded.book.keys))
    if options.form == "text" and not options.notes and counts(checked.findings)["note"]:
        err += " (--notes shows them)"
    return Result(
        rendered(checked, options), f"{err}\n", exit_code(checked.findings, options.strict)
    )


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


def line_reader(_root: str = ".") -> Callable[[str, int], str]:
    """Reads single source lines by file name; of a pipe, a link or what is gone there is none."""

    @lru_cache(maxsize=64)
    def lines_of(file: str) -> list[str]:
        try:
            raw = read_bytes("", file)
        except (OSError, ValueError):
            return []
        return raw.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")

    def line_of(file: str, number: int) -> str:
        lines = lines_of(file)
        return lines[number - 1] if 0 < number <= len(lines) else ""

    return line_of
