"""What has to be done so that content fits the tools: each upgrade that it lacks, and the texts afterwards."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from watchbill.errors import CannotRun
from watchbill.upgrades import UPGRADES, Upgrade
from watchbill.upgrades.settings import with_version


class Planned(NamedTuple):
    """An upgrade that the content lacks, and the files that it rewrites."""

    upgrade: Upgrade
    files: tuple[str, ...]


class Plan(NamedTuple):
    """The upgrades in their order, and every text that changes, by file; both empty where nothing is asked."""

    asked: tuple[Planned, ...]
    texts: Mapping[str, str]


def plan(
    documents: Mapping[str, str],
    settings: tuple[str, str],
    version: str,
    upgrades: Sequence[Upgrade] = UPGRADES,
) -> Plan:
    """The way from a version of the content ("" for one that says none) to the newest.

    `documents` are the texts of the content files, `settings` the name and text of the root's settings.
    Raises CannotRun for content that is newer than the tools.
    """
    newest = upgrades[-1].VERSION
    if ordered(version) > ordered(newest):
        raise CannotRun(
            f"the content is written for version {version}, these tools know {newest}: install newer ones"
        )
    texts, asked = dict(documents), []
    for upgrade in upgrades:
        if ordered(upgrade.VERSION) <= ordered(version):
            continue
        made = {file: upgrade.rewritten(file, text) for file, text in sorted(texts.items())}
        files = tuple(file for file, text in made.items() if text != texts[file])
        texts = made
        asked.append(Planned(upgrade, files))
    changed = {file: text for file, text in texts.items() if text != documents[file]}
    if asked:
        # Last, so that an upgrade that stops half way is asked again.
        changed[settings[0]] = with_version(*settings, newest)
    return Plan(tuple(asked), changed)


def ordered(version: str) -> tuple[int, ...]:
    """A version as numbers that can be compared; "" comes before all."""
    return tuple(int(part) for part in version.split(".") if part)
