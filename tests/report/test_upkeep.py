"""What a book asks for in its three forms: one golden each, a schema, a budget, and nothing hostile in any."""

import json
import os
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from watchbill.report.inert import BUDGET, size
from watchbill.report.upkeep import Upkeep, headline, text
from watchbill.report.upkeep_json import FORMAT, as_json
from watchbill.report.upkeep_markdown import markdown
from watchbill.upkeep.entry import Entry, Urgency
from watchbill.where import Place

HERE = Path(__file__).parent / "golden"
AT = datetime(2026, 11, 28, 12, tzinfo=UTC)
HOSTILE = "@everyone #1 https://evil.example <script> `x` | \x1b[31m\u202e::set-output\nnext -->"


def entry(urgency: Urgency, number: int = 0, **more: object) -> Entry:
    found = Entry(
        urgency,
        "review",
        f"team:desk-{number}",
        f"its review falls due on 2026-12-{number + 1:02}",
        "read the whole document",
        "desk",
        Place("teams/desk.yaml", 5, 17),
        until="2026-12-01",
    )
    return found._replace(**more)


SOME = (
    entry(Urgency.OVERDUE, since="2026-11-01", until=""),
    entry(
        Urgency.OVERDUE,
        kind="finding/proof/cover-hole",
        document="schedule:watch",
        what="nobody is on watch",
        until="",
    ),
    entry(Urgency.SOON, 3),
    entry(
        Urgency.SOON,
        kind="emergency/review",
        document="",
        what="not reviewed",
        place=None,
        owner="",
    ),
    entry(Urgency.STANDING, 5, until=""),
)
FORMS = {"txt": text, "md": markdown, "json": as_json}


def whole(*entries: Entry) -> Upkeep:
    return Upkeep(entries, AT, 30, "watchbill 1.2.3", "2026f")


@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_as_it_was(form: str) -> None:
    path, told = HERE / f"upkeep.{form}", FORMS[form](whole(*SOME))
    if os.environ.get("WATCHBILL_UPDATE_GOLDEN") == "1":
        path.write_text(told, "utf-8")
    assert told == path.read_text("utf-8")


@pytest.mark.parametrize("some", [(), SOME, (entry(Urgency.SOON, what=HOSTILE),)])
def test_json_is_as_its_schema_says(some: tuple[Entry, ...]) -> None:
    Draft202012Validator.check_schema(FORMAT)
    data = json.loads(as_json(whole(*some)))
    Draft202012Validator(FORMAT).validate(data)
    assert [row["what"] for row in data["entries"]] == [one.what for one in some]


def test_all_forms_count_alike() -> None:
    found = whole(*SOME)
    counts = json.loads(as_json(found))["counts"]
    assert counts == {"overdue": 2, "soon": 2, "standing": 1}
    words = headline(found)
    assert words == "2 overdue, 2 due within 30 days, 1 standing"
    assert words in text(found)
    assert words in markdown(found)


@pytest.mark.parametrize(("some", "left"), [((), 0), (SOME, 4), ((entry(Urgency.STANDING),), 0)])
def test_the_mark_says_what_is_left_to_do(some: tuple[Entry, ...], left: int) -> None:
    first = markdown(whole(*some)).partition("\n")[0]
    assert first == f"<!-- watchbill:upkeep v1 left={left} -->"


def test_a_long_list_is_cut_between_entries_the_least_urgent_first() -> None:
    many = [entry(Urgency.OVERDUE, n, what="w" * 300) for n in range(150)]
    more = [entry(Urgency.STANDING, n, what="s" * 300) for n in range(150)]
    found = markdown(whole(*many, *more))
    assert BUDGET - 1500 < size(found) <= BUDGET
    rows = [line for line in found.splitlines() if line.startswith(("| by", "| since"))]
    assert all(line.count(" | ") == 4 and line.endswith(" |") for line in rows)
    assert found.count("w" * 300) == 150
    last = found.splitlines()[-1]
    assert last.endswith(f"{len(rows)} of 300 shown, worst first</sub>")
    assert found.count("<details>") == found.count("</details>") == 1


def test_nothing_less_urgent_is_told_where_something_urgent_was_cut() -> None:
    long = entry(Urgency.OVERDUE, what="w" * 70_000)
    found = markdown(whole(entry(Urgency.OVERDUE), long, entry(Urgency.SOON, 9)))
    assert "1 of 3 shown" in found
    assert "desk-9" not in found.replace("\\", "")


@pytest.mark.parametrize("field", ["document", "what", "mend", "owner", "kind", "since"])
def test_nothing_of_what_others_wrote_means_anything(field: str) -> None:
    some = whole(entry(Urgency.OVERDUE, **{field: HOSTILE}), entry(Urgency.SOON))
    plain, marked = text(some), markdown(some)
    assert "\x1b" not in plain + marked
    assert "\u202e" not in plain + marked
    assert not re.search(r"^::", plain, re.MULTILINE)
    assert not re.search(r"(?<!\\)<script|(?<!\\)@everyone(?!<)|://|\n(?:next)", marked)
    rows = [line for line in marked.splitlines() if line.startswith("| ")]
    assert [row.startswith("| When") for row in rows] == [True, False, True, False]


def test_a_file_that_looks_like_a_command_is_none() -> None:
    some = whole(entry(Urgency.SOON, place=Place("::error::x.yaml", 1, 1)))
    assert not re.search(r"^::", text(some), re.MULTILINE)
