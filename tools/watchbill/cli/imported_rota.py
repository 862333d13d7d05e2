"""What the importers of schedules share: their options, the handles, and the schedules as files."""

import os
import re
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, TypeVar

import click

from watchbill.cli.imported import place_of, put, show_list, show_new, sound_owner
from watchbill.edit.canonical import canonical
from watchbill.edit.dump import dump
from watchbill.edit.modeline import schema_path
from watchbill.errors import CannotRun, Exit
from watchbill.importers.handles import Handles, read_handles
from watchbill.importers.told import Told
from watchbill.load.loaded import Loaded
from watchbill.load.text import shown
from watchbill.load.validate import near
from watchbill.model.organization import Partner, Team, Vendor
from watchbill.model.time import Schedule
from watchbill.model.types import DURATION_PATTERN

MOST_BYTES = 16 << 20
F = TypeVar("F", bound=Callable[..., Any])


class Rota(NamedTuple):
    """The options of these commands; those that were left out are ""."""

    owner: str
    region: str
    into: str
    handles: str
    answers_within: str
    dry_run: bool
    diff: bool


def with_rota(function: F) -> F:
    """Adds the options, which come as one `rota`."""

    @wraps(function)
    def called(**given: Any) -> Any:
        own = {name: given.pop(name) for name in Rota._fields}
        return function(rota=Rota(**own), **given)

    made: Any = called
    for option in (
        click.option(
            "--diff", is_flag=True, help="Write nothing; show the files as they would be."
        ),
        click.option(
            "--dry-run", is_flag=True, help="Write nothing; show the list and the handles."
        ),
        click.option(
            "--answers-within",
            default="",
            help="How long a paged member takes at most: 5m; left out, from the policies.",
        ),
        click.option(
            "--handles", default="", type=click.Path(), help="A map of people to handles, in YAML."
        ),
        click.option(
            "--into", default="", help="The folder; left out, that of the other schedules."
        ),
        click.option("--region", default="", help="The region; left out, the one with that clock."),
        click.option("--owner", required=True, help="The team that answers for the schedules."),
    ):
        made = option(made)
    found: F = made
    return found


def raw_of(file: str) -> bytes:
    """The bytes of a source. Raises CannotRun."""
    try:
        path = Path(file)
        if path.is_file() and path.stat().st_size > MOST_BYTES:
            raise CannotRun(f"{shown(file, 200)} has more than {MOST_BYTES:,} bytes")
        return path.read_bytes()
    except OSError as error:
        raise CannotRun(f"{shown(file, 200)} cannot be read: {error.strerror or error}") from None


def handles_from(rota: Rota) -> Handles:
    """The handles that were given. Raises CannotRun."""
    return Handles(read_handles(raw_of(rota.handles), rota.handles) if rota.handles else {})


def answers_within(rota: Rota) -> str:
    """The time that was given, "" for none. Raises CannotRun for what is no duration."""
    if rota.answers_within and not re.fullmatch(DURATION_PATTERN, rota.answers_within):
        raise CannotRun(f"`{shown(rota.answers_within)}` is no duration; write it as 5m or 1h")
    return rota.answers_within


def regions_by_zone(loaded: Loaded, rota: Rota) -> Mapping[str, str]:
    """The region of each clock that one region only has. Raises CannotRun for an owner or region that there is not."""
    sound_owner(loaded, rota.owner)
    regions = loaded.book.regions()
    if rota.region and rota.region not in regions:
        hint = near(rota.region, regions) or f"there is {', '.join(sorted(regions))}"
        raise CannotRun(f"there is no region `{shown(rota.region)}`; {hint}")
    found: dict[str, str] = {}
    for one in regions.values():
        found[one.timezone] = "" if one.timezone in found else one.id
    return found


def finish(
    loaded: Loaded,
    root: Path,
    rota: Rota,
    schedules: Mapping[str, dict[str, Any]],
    handles: Mapping[str, str],
    told: Iterable[Told],
) -> Exit:
    """Writes the schedules, or shows them; prints the list, the map of handles and what is next."""
    place = place_of(loaded, str(root), rota.into or _folder(loaded))
    files = {str(place / f"{id}.yaml"): _text(root, place, data) for id, data in schedules.items()}
    if rota.diff:
        show_new(files)
        return Exit.CLEAN
    show_list(told)
    on_watch = {member for data in schedules.values() for member in _members(data)}
    used = {person: handle for person, handle in handles.items() if handle in on_watch}
    if used:
        click.echo("# Handles, as --handles reads them; what is on the left stays out of the book.")
        click.echo(dump(used), nl=False)
    if not rota.dry_run and not put(root, files):
        return Exit.REFUSED
    word = "would be imported" if rota.dry_run else "imported as drafts"
    click.echo(f"{len(files)} schedules {word}", err=True)
    missing = sorted(set(used.values()) - _declared(loaded))
    if missing:
        names = f"next: add to the `handles` of {rota.owner}: {', '.join(missing)}"
        click.echo(names, err=True)
    return Exit.CLEAN


def _members(data: dict[str, Any]) -> set[str]:
    swaps = {swap["member"] for swap in data.get("overrides", ())}
    return swaps.union(*(shift["members"] for shift in data["shifts"]))


def _declared(loaded: Loaded) -> set[str]:
    book = loaded.book
    groups: tuple[Team | Vendor, ...] = (*book.all(Team), *book.all(Partner), *book.all(Vendor))
    return {handle for group in groups for handle in group.handles}


def _folder(loaded: Loaded) -> str:
    """The folder of the other schedules; where there are none, the kind's own."""
    prefix = loaded.roots[0].prefix
    files = [
        card.file.removeprefix(prefix)
        for card in loaded.book.cards.values()
        if card.kind == "schedule"
    ]
    own = [str(PurePosixPath(one).parent) for one in files if not one.startswith(("/", ".."))]
    return os.path.commonpath(own) if own else Schedule.FOLDER


def _text(root: Path, place: PurePosixPath, data: dict[str, Any]) -> bytes:
    """A schedule in canonical form."""
    file = root / place / f"{data['id']}.yaml"
    made = canonical(dump(data).encode(), file.name, lambda kind: schema_path(root, file, kind))
    return made.text.encode()
