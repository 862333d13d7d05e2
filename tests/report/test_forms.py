"""Each form of the findings is what its reader asks for, whatever the findings say."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator

from tests.report.findings import ALL, HOSTILE, WILD, finding
from tests.support import node_package
from watchbill.finding import Finding, Level
from watchbill.report.github import MOST_OF_A_LEVEL, github
from watchbill.report.json import FORMAT, as_json, counts
from watchbill.report.junit import junit
from watchbill.report.sarif import sarif
from watchbill.report.text import summary, text

Some = tuple[Finding, ...]
each = pytest.mark.parametrize("some", ALL.values(), ids=ALL)


def as_sarif(some: Some) -> dict[str, object]:
    laws = {"playbook/unknown-step": "A step is one of the playbook's."}
    found = json.loads(sarif(some, version="1.2.3", laws=laws, page="https://x.example/"))
    assert isinstance(found, dict)
    return found


@each
def test_json_is_as_its_schema_says(some: Some) -> None:
    Draft202012Validator.check_schema(FORMAT)
    whole = json.loads(as_json(some, tool="watchbill 1", documents=3, page="https://x.example/"))
    Draft202012Validator(FORMAT).validate(whole)
    assert [row["message"] for row in whole["findings"]] == [one.message for one in some]
    Draft202012Validator(FORMAT).validate(json.loads(as_json(some, tool="", documents=0)))


@each
def test_sarif_is_as_its_standard_says(some: Some) -> None:
    path = node_package("@microsoft/jest-sarif", "lib/schemas/sarif-2.1.0-rtm.5.json")
    schema = json.loads(Path(path).read_text("utf-8"))
    Draft7Validator(schema).validate(as_sarif(some))


@each
def test_sarif_points_from_each_result_to_its_rule(some: Some) -> None:
    (run,) = as_sarif(some)["runs"]  # type: ignore[misc]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [one.rule for one in some]
    assert run["columnKind"] == "unicodeCodePoints"


def test_a_fingerprint_stays_when_lines_move() -> None:
    def print_of(one: Finding) -> str:
        (run,) = as_sarif((one,))["runs"]  # type: ignore[misc]
        (result,) = run["results"]
        return str(result["partialFingerprints"]["watchbill/v1"])

    assert print_of(finding(line=3)) == print_of(finding(line=30))
    assert print_of(finding()) != print_of(finding(message="another"))


@each
def test_junit_is_xml_whose_numbers_add_up(some: Some) -> None:
    root = ET.fromstring(junit(some, documents=3))
    cases = list(root.iter("testcase"))
    failed = list(root.iter("failure"))
    assert int(root.attrib["tests"]) == len(cases) == max(1, len(some))
    assert int(root.attrib["failures"]) == len(failed)
    assert sum(int(suite.attrib["tests"]) for suite in root) == len(cases)


@each
def test_github_has_a_line_an_annotation_and_no_more_than_github_shows(some: Some) -> None:
    lines = github(some).splitlines()
    form = re.compile(r"::(error|warning|notice) file=[^,:\n]+,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,"
                      r"title=[^,:]+::[^\r\n]+")  # fmt: skip
    assert all(form.fullmatch(line) for line in lines)
    for level, word in zip(Level, ("error", "warning", "notice"), strict=True):
        mine = [line for line in lines if line.startswith(f"::{word} ")]
        count = counts(some)[level]
        assert len(mine) == min(count, MOST_OF_A_LEVEL)
        if count > MOST_OF_A_LEVEL:
            assert f"(+{count - MOST_OF_A_LEVEL} more" in mine[-1]


def test_github_gets_the_message_back() -> None:
    (line,) = github(WILD[:1]).splitlines()
    data = line.rpartition("::error:: ")[2]
    assert "\r" not in line and "%0D%0A::warning::x" in data
    unescaped = line.split("::", 2)[2].replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
    assert unescaped.startswith(HOSTILE)


@each
def test_all_forms_count_alike(some: Some) -> None:
    wanted = [counts(some)[level] for level in Level]
    (run,) = as_sarif(some)["runs"]  # type: ignore[misc]
    levels = [result["level"] for result in run["results"]]
    assert [levels.count(level) for level in ("error", "warning", "note")] == wanted
    xml = ET.fromstring(junit(some, documents=3))
    kinds = [one.attrib["type"] for one in xml.iter("failure")]
    notes = len(list(xml.iter("system-out")))
    assert [kinds.count("error"), kinds.count("warning"), notes] == wanted
    told = text(some, lambda _file, _line: "")
    heads = re.findall(r"^.*:\d+:\d+: (error|warning|note): ", told, re.MULTILINE)
    assert [heads.count(level) for level in Level] == wanted
    assert re.findall(r"\d+", summary(some, 3)) == ["3", *map(str, wanted)]


@given(st.text(), st.text())
def test_no_message_breaks_a_form(message: str, mend: str) -> None:
    some = (finding(message=message, mend=mend),)
    assert github(some).count("\n") == 1 and "\r" not in github(some)
    ET.fromstring(junit(some, documents=1))
    assert json.loads(as_json(some, tool="x", documents=1))["findings"][0]["message"] == message
    line = message.replace("\n", " ")  # a line of a file holds no end of a line
    assert len(text(some, lambda _file, _line: line).split("\n")) <= 6
    as_sarif(some)
