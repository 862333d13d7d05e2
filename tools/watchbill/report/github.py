"""Findings as annotations of a GitHub workflow, worst first, within the limits that GitHub keeps."""

from collections.abc import Iterator, Sequence

from watchbill.finding import Finding, Level

MOST_OF_A_LEVEL = 10
_COMMAND = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def github(findings: Sequence[Finding]) -> str:
    """At most ten annotations of each level (GitHub drops the rest); the tenth says how many more there are."""
    return "".join(f"{line}\n" for level in Level for line in _of_level(findings, level))


def _of_level(findings: Sequence[Finding], level: Level) -> Iterator[str]:
    mine = [finding for finding in findings if finding.level is level]
    for number, finding in enumerate(mine[:MOST_OF_A_LEVEL], 1):
        more = len(mine) - MOST_OF_A_LEVEL
        yield _annotation(finding, more if number == MOST_OF_A_LEVEL and more > 0 else 0)


def _annotation(finding: Finding, more: int) -> str:
    place = finding.place
    where = f"file={_property(place.file)},line={place.line},endLine={place.end_line}"
    if place.end_line == place.line:
        where += f",col={place.column},endColumn={place.end_column}"
    text = finding.message + (f"\nMend: {finding.mend}" if finding.mend else "")
    if more:
        text += f"\n(+{more} more of this level in the report)"
    return f"::{_COMMAND[finding.level]} {where},title={_property(finding.rule)}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
