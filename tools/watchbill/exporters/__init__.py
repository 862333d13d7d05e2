"""Exporters: the book as files that other systems read."""

from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points

from watchbill.errors import CannotRun
from watchbill.exporters import alertmanager, codeowners, icalendar
from watchbill.exporters.protocol import Exporter

GROUP = "watchbill.exporters"
IN_TREE: tuple[Exporter, ...] = (alertmanager, codeowners, icalendar)


def exporters(
    names: tuple[str, ...] = (), plugins: Iterable[EntryPoint] | None = None
) -> tuple[Exporter, ...]:
    """The exporters of these names, or all of them, by name. Raises CannotRun for an unknown name.

    Others are found by the entry-point group `watchbill.exporters`: each names a module or an object
    with `NAME`, `WHAT` and `wanted`. One that has the name of ours is refused.
    """
    ours = {exporter.NAME: exporter for exporter in IN_TREE}
    found = entry_points(group=GROUP) if plugins is None else plugins
    theirs = {point.name: point for point in found}
    for name in sorted(set(ours) & set(theirs)):
        raise CannotRun(
            f"the package of {theirs[name].value} brings an exporter `{name}`, as we do"
        )
    known = sorted({*ours, *theirs})
    for name in names:
        if name not in known:
            raise CannotRun(f"there is no exporter `{name}`; there are {', '.join(known)}")
    return tuple(
        ours[name] if name in ours else _load(theirs[name])
        for name in known
        if not names or name in names
    )


def _load(point: EntryPoint) -> Exporter:
    try:
        found = point.load()
    except (ImportError, AttributeError) as error:
        raise CannotRun(f"the exporter `{point.name}` does not load: {error}") from error
    if not isinstance(found, Exporter):
        raise CannotRun(f"the exporter `{point.name}` has no NAME, WHAT and wanted")
    return found
