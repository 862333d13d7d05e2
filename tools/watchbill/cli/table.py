"""`watchbill table`: content as a sheet for a spreadsheet, and the sheet back into the content."""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import click

from watchbill.cli.options import open_book, with_book
from watchbill.edit.held import Rewritten
from watchbill.edit.tables import TABLES
from watchbill.edit.tables.change import changes, documents, rows
from watchbill.edit.tables.row import Table, Told
from watchbill.edit.tables.sheet import read, written
from watchbill.errors import CannotRun, Exit
from watchbill.load.loaded import Loaded
from watchbill.load.text import shown
from watchbill.writing import write_bytes


@click.command(name="table")
@click.argument("name", type=click.Choice(list(TABLES)), metavar="|".join(TABLES))
@click.option("--csv", "as_csv", is_flag=True, help="Write CSV; left out, columns for a terminal.")
@click.option("--bom", is_flag=True, help="Begin with the mark by which spreadsheets know UTF-8.")
@click.option("--id", "id", default="", help="Only this document.")
@click.option("--out", type=click.Path(), help="A file for the CSV; left out, it is printed.")
@click.option("--read", "sheet", type=click.Path(), help="Take this CSV back into the documents.")
@click.option(
    "--check", is_flag=True, help="With --read: show what would change; exit 4 if anything."
)
@with_book
def command(
    name: str,
    as_csv: bool,
    bom: bool,
    id: str,
    out: str | None,
    sheet: str | None,
    check: bool,
    root: str,
    extra: tuple[str, ...],
    at: datetime | None,
    no_cache: bool,
) -> int:
    """Write a part of the book as a sheet, or take such a sheet back.

    Only what differs is written, comments and layout stay, and a sheet that comes back unchanged changes
    nothing. The order of the rows counts, the number in the column `row` does not.

    \b
    Examples:
      watchbill table escalation --csv --bom --out matrix.csv
      watchbill table escalation --read matrix.csv --check
      watchbill table escalation --read matrix.csv
    """
    if sheet is None and check:
        raise click.UsageError("--check goes with --read")
    if sheet is not None and (as_csv or bom or out or id):
        raise click.UsageError("--read goes with --check only")
    loaded = open_book(root, extra, at, no_cache)
    if sheet is not None:
        return _take(loaded, TABLES[name], sheet, check)
    _give(loaded, TABLES[name], id, out, as_csv or bom or bool(out), bom)
    return Exit.CLEAN


def _give(loaded: Loaded, table: Table, id: str, out: str | None, as_csv: bool, bom: bool) -> None:
    """Prints or writes the sheet. Raises CannotRun."""
    ids = documents(loaded, table, id)
    if id and not ids:
        raise CannotRun(f"there is no {table.kind} `{shown(id)}`")
    found = rows(loaded, table, ids)
    if not as_csv:
        click.echo("".join(_columns(table.columns, found)), nl=False)
        return
    raw = written(table.columns, found).encode("utf-8-sig" if bom else "utf-8")
    if out is None:
        click.echo(raw, nl=False)
        return
    try:
        write_bytes(Path(out), raw)
    except OSError as error:
        raise CannotRun(f"{out} cannot be written: {error.strerror or error}") from None


def _columns(names: Sequence[str], found: Sequence[dict[str, str]]) -> Iterator[str]:
    """The rows with their columns in line; a column in which nothing stands is left out."""
    used = [name for name in names if any(row.get(name) for row in found)]
    cells = [used, *([shown(row.get(name, ""), 200) for name in used] for row in found)]
    widths = [max(len(row[at]) for row in cells) for at in range(len(used))]
    for row in cells:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(padded).rstrip() + "\n"


def _take(loaded: Loaded, table: Table, sheet: str, check: bool) -> int:
    """Changes the documents as the sheet says, all of them or none. Raises CannotRun."""
    try:
        raw = Path(sheet).read_bytes()
    except OSError as error:
        raise CannotRun(f"{sheet} cannot be read: {error.strerror or error}") from None
    lines, told = read(raw, table.columns)
    found = changes(loaded, table, lines, told) if not told else []
    if told:
        head = list(lines[0].cells) if lines else []
        for one in sorted(told):
            click.echo(_said(sheet, one, head), err=True)
        click.echo(f"{len(told)} faults in the sheet; nothing is written", err=True)
        return Exit.FAULTS
    if check:
        click.echo("".join(_differences(found)), nl=False)
    else:
        for made in found:
            _write(made)
    many = "" if len(found) == 1 else "s"
    click.echo(f"{len(found)} document{many} {'would change' if check else 'changed'}", err=True)
    return Exit.DRIFT if check and found else Exit.CLEAN


def _said(sheet: str, one: Told, head: Sequence[str]) -> str:
    """What is wrong, by the row and the column as the spreadsheet names them: `row 7, column E (severity)`."""
    column = shown(one.column)
    if one.column in head:
        column = f"{_letters(head.index(one.column))} ({column})"
    return f"{sheet}: row {one.row}{f', column {column}' if column else ''}: {one.message}"


def _letters(at: int) -> str:
    """The name of a column in a spreadsheet: 0 is A, 26 is AA."""
    return (_letters(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)


def _differences(found: Iterable[Rewritten]) -> Iterator[str]:
    for one in found:
        before, after = (text.splitlines(keepends=True) for text in (one.held.text, one.text))
        for line in difflib.unified_diff(before, after, one.held.file, f"{one.held.file} (sheet)"):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _write(one: Rewritten) -> None:
    try:
        write_bytes(one.held.path, one.raw)
    except OSError as error:
        raise CannotRun(f"{one.held.file} cannot be written: {error.strerror or error}") from None
    click.echo(f"changed {one.held.file}", err=True)
