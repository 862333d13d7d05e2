"""`watchbill fmt`: documents in their one canonical form."""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from watchbill.edit.canonical import Formatted, canonical
from watchbill.edit.modeline import schema_path
from watchbill.errors import CannotRun, Exit
from watchbill.load.fault import START, Fault
from watchbill.load.folder import Odd, content_files, is_content, read_bytes
from watchbill.load.roots import Root, open_roots
from watchbill.writing import write_whole


class File(NamedTuple):
    """A content file: its name for a reader, where it is, and the root that it belongs to."""

    name: str
    path: Path
    root: Path


class Done(NamedTuple):
    """A file, its text as it was, and what became of it."""

    file: File
    old: str
    made: Formatted

    @property
    def changed(self) -> bool:
        """Whether its form was not the canonical one."""
        return not self.made.faults and self.made.content and self.old != self.made.text


@click.command(name="fmt")
@click.argument("paths", nargs=-1, type=click.Path(), metavar="[PATH]...")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 where a form is not canonical.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.option("--root", default=".", type=click.Path(), help="The folder of the book.")
@click.option(
    "--with", "extra", multiple=True, type=click.Path(), help="Another folder of the book."
)
def command(
    paths: tuple[str, ...], check: bool, diff: bool, root: str, extra: tuple[str, ...]
) -> int:
    """Bring documents into their one canonical form; comments and layout stay.

    Without a path it is the whole book. What a document says never changes: the modeline, the order
    of fields, indentation, quotes, spaces and blank lines do. A file with a fault of form is left alone.

    \b
    Examples:
      watchbill fmt
      watchbill fmt playbooks/incidents --diff
      watchbill fmt --check
    """
    roots = open_roots([root, *extra])
    every = [done for file in _files(roots, paths) if (done := _format(file)) is not None]
    changed = [one for one in every if one.changed]
    if diff:
        click.echo("".join(line for one in changed for line in _diff(one)), nl=False)
    if not check and not diff:
        for one in changed:
            _write(one)
    for one in changed if check and not diff else ():
        click.echo(one.file.name)
    faulty = [one for one in every if one.made.faults]
    for one in faulty:
        click.echo(_why(one), err=True)
    told = "would change" if check or diff else "changed"
    many = "" if len(every) == 1 else "s"
    click.echo(f"{len(every)} document{many}, {len(changed)} {told}", err=True)
    return Exit.FAULTS if faulty or (check and changed) else Exit.CLEAN


def _files(roots: Sequence[Root], paths: Iterable[str]) -> Iterator[File]:
    """The content files of these paths, or of all roots. Raises CannotRun for a path that is not there."""
    if not paths:
        for root in roots:
            for name in _names(str(root.path), root.config.content):
                yield File(root.prefix + name, root.path / name, root.path)
    for given in paths:
        path = Path(given)
        if path.is_dir():
            names = [str(path / name) for name in _names(given, ())]
        elif path.is_file() or path.is_symlink():
            names = [given] if is_content(path.name) else []
        else:
            raise CannotRun(f"{given} is not there")
        for name in names:
            yield File(name, Path(name), _root_of(roots, Path(name)))


def _names(folder: str, content: tuple[str, ...]) -> list[str]:
    found = content_files(folder, content)
    return sorted(entry.path for entry in found if not isinstance(entry, Odd))


def _root_of(roots: Sequence[Root], path: Path) -> Path:
    """The innermost root that holds the file; the first one where none does."""
    whole = path.resolve()
    holding = [root.path for root in roots if whole.is_relative_to(root.path.resolve())]
    return max(holding, key=lambda one: len(one.resolve().parts), default=roots[0].path)


def _format(file: File) -> Done | None:
    """What becomes of a file; None for Markdown that is no content."""
    try:
        raw = read_bytes(file.path.parent, file.path.name)
    except OSError as error:
        said = f"the file cannot be read: {error.strerror or error}"
        return Done(file, "", Formatted("", (Fault("file/unreadable", START, said),)))
    made = canonical(raw, file.name, lambda kind: schema_path(file.root, file.path, kind))
    return Done(file, raw.decode("utf-8", "replace"), made) if made.content else None


def _write(one: Done) -> None:
    try:
        write_whole(one.file.path, one.made.text)
    except OSError as error:
        raise CannotRun(f"{one.file.name} cannot be written: {error.strerror or error}") from None


def _diff(one: Done) -> Iterator[str]:
    name = one.file.name
    old, new = one.old.splitlines(keepends=True), one.made.text.splitlines(keepends=True)
    for line in difflib.unified_diff(old, new, name, f"{name} (canonical)"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _why(one: Done) -> str:
    fault = one.made.faults[0]
    place = f"{one.file.name}:{fault.span.line + 1}:{fault.span.column + 1}"
    return f"{place}: left alone: {fault.message} [{fault.rule}]"
