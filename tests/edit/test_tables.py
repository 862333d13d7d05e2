"""A sheet says what the book says, runs nothing, and comes back as it went."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.book import smallest_book
from tests.support import ROOT
from watchbill.edit.canonical import canonical
from watchbill.edit.tables import TABLES
from watchbill.edit.tables.change import changes, documents, rows
from watchbill.edit.tables.row import Line, Table, Told, day, length, several
from watchbill.edit.tables.sheet import inert, meant, read, written
from watchbill.errors import CannotRun
from watchbill.load.library import load
from watchbill.load.loaded import Loaded

ESCALATION = TABLES["escalation"]


@pytest.fixture(scope="module")
def shipped() -> Loaded:
    return load([str(ROOT)], cached=False)


def sheet_of(loaded: Loaded, table: Table) -> list[dict[str, str]]:
    return rows(loaded, table, documents(loaded, table))


def taken(
    loaded: Loaded, table: Table, cells: Sequence[dict[str, str]]
) -> tuple[list[Any], list[Told]]:
    lines, told = read(written(table.columns, cells).encode(), table.columns)
    return changes(loaded, table, lines, told), told


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("form", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_sheet_that_comes_back_unchanged_changes_nothing(
    shipped: Loaded, name: str, separator: str, form: str
) -> None:
    table = TABLES[name]
    cells = sheet_of(shipped, table)
    assert len(cells) > 20
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([inert(row.get(one, "")) for one in table.columns] for row in cells)
    lines, told = read(out.getvalue().encode(form), table.columns)
    assert len(lines) == len(cells)
    assert (changes(shipped, table, lines, told), told) == ([], [])


@given(st.text())
def test_a_cell_that_was_made_inert_is_meant_as_it_was(cell: str) -> None:
    assert meant(inert(cell)) == cell
    assert inert(cell)[:1] not in tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=["Cs"]), max_size=8), min_size=2, max_size=2
        )
    )
)
def test_what_is_written_is_read_whatever_stands_in_the_cells(cells: list[list[str]]) -> None:
    clean = [[cell.replace("\0", "").strip() for cell in row] for row in cells]
    found, told = read(
        written(("a", "b"), [dict(zip("ab", row, strict=True)) for row in clean]).encode(),
        ("a", "b"),
    )
    assert told == []
    kept = [row for row in clean if any(row)]
    assert [[line.at("a"), line.at("b")] for line in found] == kept


def test_a_formula_is_inert_in_the_file_and_a_title_again_in_the_book(shipped: Loaded) -> None:
    cells = sheet_of(shipped, ESCALATION)
    for row in cells:
        if row["path"] == "vendor":
            row["title"] = '=HYPERLINK("https://x.example")'
    assert '"\'=HYPERLINK(""https://x.example"")"' in written(ESCALATION.columns, cells)
    (made,), told = taken(shipped, ESCALATION, cells)
    assert told == []
    assert '    title: "=HYPERLINK(\\"https://x.example\\")"\n' in made.text


def lines_of(made: Any) -> tuple[list[str], list[str]]:
    old, new = made.held.text.split("\n"), made.text.split("\n")
    return [one for one in old if one not in new], [one for one in new if one not in old]


def test_only_the_cell_that_differs_is_written(shipped: Loaded) -> None:
    cells = sheet_of(shipped, ESCALATION)
    for row in cells:
        if row["path"] == "backlog" and row["level"] == "2":
            row["after"] = "1,5h"
    (made,), told = taken(shipped, ESCALATION, cells)
    assert told == []
    assert lines_of(made) == (
        ["      - {after: 24h, page: [ops-lead], channel: ticket, repeat: 8h}"],
        ["      - {after: 1h30m, page: [ops-lead], channel: ticket, repeat: 8h}"],
    )


def test_rows_may_come_go_and_move(shipped: Loaded) -> None:
    cells = sheet_of(shipped, ESCALATION)
    paths = {row["row"]: row["path"] for row in cells}
    (first,) = (row for row, path in paths.items() if path == "vendor")
    (night,) = (row for row, path in paths.items() if path == "ops-night")
    own = [row for row in cells if row["row"] == first]
    rest = [row for row in cells if row["row"] not in (first, night)]
    new = {"document": "main", "harm": "ncii, privacy-pii", "severity": "P0;P1", "path": "life"}
    (made,), told = taken(shipped, ESCALATION, [new, *own, *rest])
    assert told == []
    assert [one["path"] for one in made.held.data["matrix"]] == list(paths.values())
    gone, come = lines_of(made)
    assert come == ["  - {harm: [ncii, privacy-pii], severity: [P0, P1], path: life}"]
    assert gone == ["  - {severity: P2, path: ops-night}"]
    assert made.text.count("#") == made.held.text.count("#")
    assert canonical(made.raw, made.held.file, lambda _: "").text == made.text


def test_a_new_path_comes_with_its_levels_and_an_old_one_loses_one(shipped: Loaded) -> None:
    cells = [
        row for row in sheet_of(shipped, ESCALATION) if (row["path"], row["level"]) != ("life", "2")
    ]
    fresh = {
        "document": "main",
        "playbook": "ncii-report",
        "path": "ncii",
        "title": "Images",
        "decides": "imoc",
    }
    cells[:0] = [
        {**fresh, "level": "1", "after": "0m", "page": "imoc", "tell": "legal-duty"},
        {**fresh, "level": "2,0", "after": "5m", "page": "exec-duty", "repeat": "1m"},
    ]
    cells[0]["playbook"] = cells[1]["playbook"] = shipped.book.ids("playbook")[0]
    (made,), told = taken(shipped, ESCALATION, cells)
    assert told == []
    data = made.held._replace(text=made.text).data
    assert data["paths"]["ncii"]["levels"] == [
        {"after": "0m", "page": ["imoc"], "tell": ["legal-duty"]},
        {"after": "5m", "page": ["exec-duty"], "repeat": "1m"},
    ]
    assert [one["after"] for one in data["paths"]["life"]["levels"]] == ["0m", "10m"]


def test_rows_that_take_one_path_must_agree_on_it(shipped: Loaded) -> None:
    cells = sheet_of(shipped, ESCALATION)
    at = next(at for at, one in enumerate(cells) if (one["path"], one["level"]) == ("command", "2"))
    cells[at]["after"] = "5m"
    made, told = taken(shipped, ESCALATION, cells)
    assert made == []
    assert {one.column for one in told} == {"path"}
    # The heads are the first row of a sheet, and the first level of the path stands one above.
    assert f"the path `command` says something else in row {at + 1}" in told[0].message


@pytest.mark.parametrize(
    ("name", "column", "value", "said"),
    [
        ("escalation", "document", "mian", "did you mean `main`?"),
        ("escalation", "harm", "csea", "did you mean `csae`?"),
        ("escalation", "severity", "P9", "there are: P0, P1"),
        ("escalation", "page", "lert-dutty", "did you mean `lert-duty`?"),
        ("escalation", "level", "first", "they are 1, 2, 3"),
        ("escalation", "after", "", "the cell is empty"),
        ("escalation", "after", "soon", "a duration such as 90s"),
        ("escalation", "path", "", "every row takes a path"),
        ("service-levels", "within", "5 minutes", "a duration such as 90s"),
        ("service-levels", "milestone", "", "the cell is empty"),
        ("service-levels", "calendar", "dublin", "did you mean `dublin-office`?"),
        ("schedules", "hours", "8-17", "wall-clock hours"),
        ("schedules", "region", "emae", "did you mean `emea`?"),
        ("schedules", "shift", "", "the cell is empty"),
    ],
)
def test_what_a_cell_says_wrongly_is_told_by_row_and_column(
    shipped: Loaded, name: str, column: str, value: str, said: str
) -> None:
    cells = sheet_of(shipped, TABLES[name])
    cells[0][column] = value
    made, told = taken(shipped, TABLES[name], cells)
    assert made == []
    assert told[0].row == 2
    assert said in " ".join(one.message for one in told)
    assert column in {one.column for one in told} or "would not be valid" in told[0].message


def test_a_sheet_without_a_column_or_with_a_strange_one_is_refused(shipped: Loaded) -> None:
    cells = [{"documnet": "main"}]
    raw = written(("documnet", *ESCALATION.columns[1:]), cells).encode()
    lines, told = read(raw, ESCALATION.columns)
    assert lines == []
    assert [(one.row, one.column) for one in told] == [(1, "documnet"), (1, "document")]
    assert "did you mean `document`?" in told[0].message


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "empty"),
        (b"document\n\xff", "not UTF-8"),
        (b'document\n"a', "no CSV"),
        (b"a\0b", "NUL"),
    ],
)
def test_what_is_no_sheet_is_told_in_one_line(raw: bytes, said: str) -> None:
    with pytest.raises(CannotRun, match=said):
        read(raw, ESCALATION.columns)


def test_what_excel_puts_in_front_is_read() -> None:
    lines, told = read(b'\xef\xbb\xbfsep=;\r\nA;B\r\n1;"x;y"\r\n\r\n2;z;\r\n', ("a", "b"))
    assert told == []
    assert [(one.row, one.at("a"), one.at("b")) for one in lines] == [
        (2, "1", "x;y"),
        (4, "2", "z"),
    ]


def test_lengths_days_and_lists_are_read_as_people_write_them() -> None:
    assert [length(one) for one in ("1,5h", "1.25 h", "0,5m", "15 M", "1,3333h", "5bd")] == [
        *("1h30m", "1h15m", "30s", "15m", "1,3333h", "5bd")
    ]
    assert [day(one) for one in ("30.11.2026", "1.2.2026", "2026-11-30")] == [
        *("2026-11-30", "2026-02-01", "2026-11-30")
    ]
    assert several("a, b;c\nd  e") == ["a", "b", "c", "d", "e"]


def test_a_document_without_a_row_stays_and_its_own_line_ends_too(tmp_path: Path) -> None:
    book = smallest_book(tmp_path)
    file = book / "matrix.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    loaded = load([str(book)], cached=False)
    cells = sheet_of(loaded, ESCALATION)
    cells[1]["after"] = "6m"
    (made,), told = taken(loaded, ESCALATION, cells)
    assert told == []
    assert made.raw == file.read_bytes().replace(b"after: 5m", b"after: 6m")
    assert taken(loaded, TABLES["schedules"], []) == ([], [])


def test_a_line_is_its_cells() -> None:
    assert Line(2, {"a": "1"}).at("b") == ""
