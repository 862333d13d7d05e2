"""Scenarios played, as a JUnit report: a suite a scenario, a case a run."""

import re
from collections.abc import Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from watchbill.report.trace_tests import Where, faults
from watchbill.simulate.scenario import Run

_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(runs: Sequence[Run], where: Where) -> str:
    """The report as XML."""
    failed = sum(not run.passed for run in runs)
    root = Element("testsuites", name="watchbill test", tests=str(len(runs)), failures=str(failed))
    for scenario, group in groupby(runs, key=lambda run: run.scenario):
        _suite(root, scenario, list(group), where)
    indent(root)
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _suite(root: Element, scenario: str, runs: list[Run], where: Where) -> None:
    failed = sum(not run.passed for run in runs)
    suite = SubElement(root, "testsuite", name=scenario, tests=str(len(runs)), failures=str(failed))
    for run in runs:
        case = SubElement(
            suite, "testcase", name=_clean(run.name), classname=f"scenario.{scenario}"
        )
        found = [f"{place}: {words}" for place, words in faults(run, where)]
        if found:
            failure = SubElement(case, "failure", message=_clean(found[0]))
            failure.text = _clean("\n".join(found))


def _clean(text: str) -> str:
    """The text without the characters that XML forbids."""
    return _FORBIDDEN.sub("", text)
