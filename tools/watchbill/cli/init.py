"""`watchbill init`: the repository of a new organisation."""

import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import click

from watchbill.cli.head import head_time
from watchbill.errors import CannotRun, Exit
from watchbill.exporters import codeowners
from watchbill.exporters.protocol import Settings
from watchbill.load.library import load
from watchbill.model.types import ID_PATTERN
from watchbill.starter.laws import PACKS
from watchbill.starter.make import Wish, id_of, starter
from watchbill.writing import Occupied, fill_folder

_ANSWERS = {"yes": True, "no": False, "open": None}
_FACTS = {pack.fact: pack for pack in PACKS}
# Letters of any script, digits, and the signs of names, so that a name stands in YAML and in Markdown as itself.
_NAME = re.compile(r"[^\W\d_](?:[\w .,&'-]{0,58}[\w.])?")

_DAY = click.DateTime(formats=["%Y-%m-%d"])


def _on(_ctx: click.Context, _param: click.Parameter, day: datetime | None) -> date:
    """The day; today where none is given. A usage error for one that no calendar of ours reaches."""
    if day is not None and not 2000 <= day.year <= 2199:
        raise click.BadParameter(f"{day.date()} is not between the years 2000 and 2199")
    return (day or datetime.now(UTC)).date()


def _listed(_ctx: click.Context, _param: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """Answers to facts as a mapping; a usage error for what is no fact or no answer."""
    found = {}
    for text in given:
        fact, _, answer = text.partition("=")
        if fact not in _FACTS or answer not in _ANSWERS:
            known = ", ".join(_FACTS)
            raise click.BadParameter(f"`{text}`: write FACT=yes, no or open; facts are {known}")
        found[fact] = answer
    return found


@click.command(name="init")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--name", default="", help="The organisation's name; asked for on a terminal.")
@click.option(
    "--id", "id", default="", help="Its short name in addresses; left out, from the name."
)
@click.option(
    "--law",
    "laws",
    multiple=True,
    type=click.Choice([pack.id for pack in PACKS]),
    help="A law that applies, and no other; again for more: "
    + "; ".join(f"{pack.id} ({pack.title})" for pack in PACKS),
)
@click.option(
    "--fact",
    "facts",
    multiple=True,
    metavar="FACT=ANSWER",
    callback=_listed,
    help=f"A fact that decides on a law, as yes, no or open: {', '.join(_FACTS)}.",
)
@click.option(
    "--on",
    type=_DAY,
    metavar="YYYY-MM-DD",
    callback=_on,
    help="The day of the first review; left out, today in UTC.",
)
@click.option("--tools", default="", help="Where the tools come from, as pip writes it.")
def command(
    folder: Path,
    name: str,
    id: str,
    laws: tuple[str, ...],
    facts: dict[str, str],
    on: date,
    tools: str,
) -> int:
    """Make the repository of a new organisation in DIR, complete and without a finding.

    DIR is new or empty, save for `.git`; what is there already is never touched. Where no law and no
    fact is named, every fact is open, and each law is operated as if it applied.

    \b
    Examples:
      watchbill init watch --name "Harbour Post" --law eu-dsa --law us-2258a
      watchbill init watch --name "Harbour Post" --fact us-provider=no
    """
    asking = sys.stdin.isatty() and sys.stdout.isatty()
    if not name and asking:
        name = click.prompt("Name of the organisation")
    answers = _answers(laws, facts, asking)
    wish = Wish(*_named(name, id), on, answers)
    files = starter(wish._replace(tools=tools) if tools else wish)
    try:
        fill_folder(folder, files, _owners)
    except Occupied as refusal:
        click.echo(f"watchbill: {refusal}; nothing was written", err=True)
        return Exit.REFUSED
    except OSError as error:
        raise CannotRun(f"{folder} cannot be written: {error.strerror or error}") from None
    click.echo(str(folder))
    click.echo(_next(folder, on), err=True)
    return Exit.CLEAN


def _next(folder: Path, on: date) -> str:
    """What to do now. Lint judges as at the last commit: where that is older, the new files come first."""
    head = head_time(str(folder)).date()
    first = f"commit it (lint judges as at the last commit, of {head}), then " if head < on else ""
    return f"next: {first}cd {folder}, `make check`, `make book`; then read README.md"


def _named(name: str, id: str) -> tuple[str, str]:
    """The name and the id, both sound. Raises UsageError or CannotRun."""
    name = unicodedata.normalize("NFC", name.strip())
    if not name:
        raise click.UsageError('the organisation has no name: --name "Harbour Post"')
    if not _NAME.fullmatch(name):
        raise CannotRun(
            f"`{name}` is no name: at most 60 letters, digits, spaces and . , & ' -, a letter first"
        )
    short = id or id_of(name)
    if not re.fullmatch(ID_PATTERN, short) or len(short) > 40:
        raise CannotRun(f"`{short}` is no id: lower-case words joined by hyphens (--id harbour)")
    return name, short


def _answers(
    laws: tuple[str, ...], facts: Mapping[str, str], asking: bool
) -> dict[str, bool | None]:
    """The answer to each fact that is to be written down, in the order of the packs."""
    chosen = {pack.fact for pack in PACKS if pack.id in laws}
    for fact in chosen & {fact for fact, answer in facts.items() if answer == "no"}:
        law = _FACTS[fact].id
        raise click.UsageError(f"--law {law} and --fact {fact}=no contradict each other")
    return dict(_each(chosen, facts, asking and not laws and not facts))


def _each(
    chosen: set[str], facts: Mapping[str, str], asking: bool
) -> Iterator[tuple[str, bool | None]]:
    for fact, pack in _FACTS.items():
        if fact in facts:
            yield fact, _ANSWERS[facts[fact]]
        elif fact in chosen:
            yield fact, True
        elif asking:
            yield fact, _ANSWERS[click.prompt(pack.asks, "open", type=click.Choice([*_ANSWERS]))]
        elif not chosen:
            yield fact, None


def _owners(folder: Path) -> dict[str, str]:
    """What is made from the finished book: who must review which document."""
    loaded = load([str(folder)], now=datetime.now(UTC), cached=False)
    made = codeowners.wanted(loaded.book, Settings(root=loaded.roots[0].prefix)).files
    return {file.home: file.text for file in made if file.home}
