"""`watchbill upgrade`: what newer tools ask of the content."""

import difflib
from collections.abc import Iterator
from pathlib import Path

import click

from watchbill.errors import CannotRun, Exit
from watchbill.load.config import read_config
from watchbill.load.folder import Odd, content_files
from watchbill.upgrades import NEWEST
from watchbill.upgrades.plan import Plan, plan
from watchbill.writing import write_whole


@click.command(name="upgrade")
@click.option("--root", default=".", type=click.Path(), help="The folder of the book.")
@click.option("--write", is_flag=True, help="Rewrite the files; left out, only say what is asked.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.option(
    "--check", "look", is_flag=True, help="Write nothing; exit 1 where something is asked."
)
def command(root: str, write: bool, diff: bool, look: bool) -> int:
    """List what these tools ask of content written for older ones, and rewrite what can be rewritten.

    The content says in [tool.watchbill] for which version it is written (`content_version`). Comments
    and layout stay. What is left for a hand, `watchbill lint` names afterwards.

    \b
    Examples:
      watchbill upgrade
      watchbill upgrade --write
    """
    if write and (look or diff):
        raise click.UsageError("--check and --diff write nothing, so they do not go with --write")
    folder = Path(root)
    if not folder.is_dir():
        raise CannotRun(f"{root} is not a folder")
    config = read_config(folder)
    old = {file: _read(folder / file) for file in _names(root, config.content)}
    there = [one for one in ("watchbill.toml", "pyproject.toml") if (folder / one).is_file()]
    name = there[0] if there else "watchbill.toml"
    settings = _read(folder / name) if there else ""
    planned = plan(old, (name, settings), config.content_version)
    if diff:
        click.echo("".join(_differences({**old, name: settings}, planned)), nl=False)
    else:
        click.echo("".join(_lines(planned, config.content_version)), nl=False)
    if write:
        _write(folder, planned, name)
    return Exit.FAULTS if look and planned.asked else Exit.CLEAN


def _names(root: str, content: tuple[str, ...]) -> list[str]:
    found = content_files(root, content)
    return sorted(entry.path for entry in found if not isinstance(entry, Odd))


def _read(path: Path) -> str:
    """The text, its line ends as they are. Raises CannotRun."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise CannotRun(f"{path} cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise CannotRun(f"{path} is not UTF-8; `watchbill lint` says where") from None


def _lines(planned: Plan, version: str) -> Iterator[str]:
    if not planned.asked:
        yield f"the content is written for {version}; nothing is asked of it\n"
    for upgrade, files in planned.asked:
        yield f"{upgrade.VERSION}: {upgrade.ASKS}\n"
        yield from (f"  rewrites {file}\n" for file in files)
    if planned.asked:
        yield f"content_version becomes {NEWEST}\n"


def _differences(old: dict[str, str], planned: Plan) -> Iterator[str]:
    for file, text in sorted(planned.texts.items()):
        before, after = old[file].splitlines(keepends=True), text.splitlines(keepends=True)
        for line in difflib.unified_diff(before, after, file, f"{file} (upgraded)"):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _write(folder: Path, planned: Plan, settings: str) -> None:
    """Writes the documents, and the version only when all of them are written. Raises CannotRun."""
    for file in sorted(planned.texts, key=lambda one: (one == settings, one)):
        try:
            write_whole(folder / file, planned.texts[file])
        except OSError as error:
            raise CannotRun(f"{file} cannot be written: {error.strerror or error}") from None
    count = len(planned.texts)
    many = "" if count == 1 else "s"
    click.echo(f"{count} file{many} written; `watchbill lint` says what is left", err=True)
