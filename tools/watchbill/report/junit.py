"""Findings as a JUnit report: a suite a file, a case a finding; notes are passed cases with output."""

from collections.abc import Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from watchbill.finding import Finding, Level


def junit(findings: Sequence[Finding], *, documents: int) -> str:
    """The report as XML. With no findings, one passed case says how many documents were read."""
    failures = sum(finding.level is not Level.NOTE for finding in findings)
    root = Element(
        "testsuites",
        name="watchbill lint",
        tests=str(max(1, len(findings))),
        failures=str(failures),
    )
    if not findings:
        suite = SubElement(root, "testsuite", name="watchbill lint", tests="1", failures="0")
        SubElement(
            suite,
            "testcase",
            name=f"{documents} documents without a finding",
            classname="watchbill",
        )
    for file, group in groupby(findings, key=lambda finding: finding.place.file):
        _suite(root, file, list(group))
    indent(root)
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _suite(root: Element, file: str, findings: Sequence[Finding]) -> None:
    failures = sum(finding.level is not Level.NOTE for finding in findings)
    suite = SubElement(
        root, "testsuite", name=_clean(file), tests=str(len(findings)), failures=str(failures)
    )
    for finding in findings:
        name = f"{finding.rule} at {finding.place.line}:{finding.place.column}"
        case = SubElement(
            suite,
            "testcase",
            name=name,
            classname=_clean(file),
            file=_clean(file),
            line=str(finding.place.line),
        )
        text = _clean(f"{finding.place}: {finding.message}\n{finding.mend}".rstrip())
        if finding.level is Level.NOTE:
            SubElement(case, "system-out").text = text
        else:
            failure = SubElement(
                case, "failure", type=finding.level.value, message=_clean(finding.message)
            )
            failure.text = text


def _clean(text: str) -> str:
    """The text without the characters that XML forbids."""
    return "".join(
        c
        for c in text
        if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c >= "\U00010000"
    )
