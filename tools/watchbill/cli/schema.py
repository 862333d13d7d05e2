"""`watchbill schema`: the JSON Schemas of all kinds."""

from pathlib import Path

import click

from watchbill.errors import CannotRun, Exit
from watchbill.model.kinds import KINDS
from watchbill.model.schema import file_name, text_of
from watchbill.writing import write_whole


@click.command(name="schema")
@click.argument("kinds", nargs=-1)
@click.option(
    "--out", default="schemas", show_default=True, type=click.Path(), help="Where they are written."
)
@click.option(
    "--check", is_flag=True, help="Write nothing; fail where a file is not what it should be."
)
@click.option("--print", "shown", is_flag=True, help="Print them instead.")
def command(kinds: tuple[str, ...], out: str, check: bool, shown: bool) -> int:
    """Write the JSON Schema of each kind (or of KINDS), as editors and other tools use it.

    \b
    Examples:
      watchbill schema
      watchbill schema --check
      watchbill schema playbook --print
    """
    for kind in kinds:
        if kind not in KINDS:
            raise CannotRun(f"there is no kind `{kind}`; there are {', '.join(KINDS)}")
    wanted = {file_name(kind): text_of(kind) for kind in kinds or KINDS}
    if shown:
        click.echo("".join(wanted.values()), nl=False)
        return Exit.CLEAN
    return _checked(Path(out), wanted, bool(kinds)) if check else _written(Path(out), wanted)


def _written(folder: Path, wanted: dict[str, str]) -> int:
    changed = [name for name, text in wanted.items() if write_whole(folder / name, text)]
    click.echo(f"{len(wanted)} schemas in {folder}, {len(changed)} changed", err=True)
    return Exit.CLEAN


def _checked(folder: Path, wanted: dict[str, str], some: bool) -> int:
    stale = [name for name, text in wanted.items() if _text(folder / name) != text]
    if not some and folder.is_dir():
        stale += [
            f"{path.name} (no such kind)"
            for path in folder.glob("*.schema.json")
            if path.name not in wanted
        ]
    for name in sorted(stale):
        click.echo(f"{folder / name} is not what the model says; run `watchbill schema`", err=True)
    return Exit.FAULTS if stale else Exit.CLEAN


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
