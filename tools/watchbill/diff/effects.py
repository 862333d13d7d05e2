"""What a change does to the clocks of each playbook: proven before and after, and compared at every minute.

One changed number in a rota may make a legal clock of six playbooks late that no reader of the change would
think of. So every playbook that rests on anything that changed is proven in both books.
"""

from collections.abc import Callable, Iterable, Iterator

from watchbill.diff.books import Books
from watchbill.diff.change import Change, Direction, How, Weight
from watchbill.diff.timed import Timed, timed, told
from watchbill.model.response import Playbook
from watchbill.simulate.proof.profile import End, Name, Profile
from watchbill.simulate.proof.told import left
from watchbill.simulate.proof.when import FAR, Range
from watchbill.where import Address

Profiles = Callable[[Playbook], Profile | None]
_LATER, _LATE, _UNPROVEN = "proof/later", "proof/late", "proof/unproven"


def effects(
    books: Books, playbooks: Iterable[str], profiles: tuple[Profiles, Profiles]
) -> Iterator[Change]:
    """What became of the clocks of these playbooks, by id, where both books have them.

    `profiles` give the profile of a playbook of each book; None for one that cannot be proven.
    """
    for id in sorted(playbooks):
        old, new = (book.get(Playbook, id) for book in books)
        if old is None or new is None:
            continue
        before, after = profiles[0](old), profiles[1](new)
        if before is None or after is None or before.too_many or after.too_many:
            yield from _unproven(new, before, after)
        else:
            yield from _clocks(old, new, before, after)


def _unproven(
    playbook: Playbook, before: Profile | None, after: Profile | None
) -> Iterator[Change]:
    """A playbook that can be proven in one book only, or in none."""
    there, here = (one is not None and not one.too_many for one in (before, after))
    words = {True: "proven", False: "has faults, and cannot be proven"}
    direction = (
        Direction.UNKNOWN if there is here else Direction.WEAKER if there else Direction.STRONGER
    )
    yield Change(
        _UNPROVEN,
        How.CHANGED,
        direction,
        Weight.CRITICAL,
        playbook.key,
        "whether every clock is met in time",
        words[there],
        words[here],
        old=Address(playbook.key),
        new=Address(playbook.key),
    )


def _clocks(
    old_playbook: Playbook, playbook: Playbook, before: Profile, after: Profile
) -> Iterator[Change]:
    all_ = Range(max(before.range.start, after.range.start), min(before.range.end, after.range.end))
    for name in sorted(before.ends.keys() & after.ends.keys()):
        old, new = before.ends[name], after.ends[name]
        found = timed(old.latest, new.latest, all_)
        turned = _turned(old, new)
        if found.direction is None and turned is None:
            continue
        direction = turned or found.direction or Direction.NEUTRAL
        yield Change(
            _LATE if turned else _LATER,
            How.CHANGED,
            direction,
            _weight(name, new, turned),
            playbook.key,
            _named(name),
            _slack(old),
            _slack(new),
            _example(found) if found.direction else "",
            _spot(old_playbook, name),
            _spot(playbook, name),
        )


def _spot(playbook: Playbook, name: Name) -> Address:
    """Where a playbook names the law or the promise."""
    at = Address(playbook.key)
    if name.kind == "target":
        return at.at("service_level")
    return at.at("obligations", playbook.obligations.index(name.id))


def _turned(old: End, new: End) -> Direction | None:
    """Weaker where the clock was in time at its worst and is late now, stronger the other way round."""
    if old.slack is None or new.slack is None:
        return None
    late = old.slack < 0, new.slack < 0
    if late[0] is late[1]:
        return None
    return Direction.WEAKER if late[1] else Direction.STRONGER


def _weight(name: Name, new: End, turned: Direction | None) -> Weight:
    if turned or (new.slack is not None and new.slack < 0):
        return Weight.CRITICAL
    return Weight.MINOR if name.kind == "target" else Weight.MAJOR


def _named(name: Name) -> str:
    words = {
        "law": f"`{name.id}` is discharged",
        "guard": f"`{name.id}` is discharged (our own limit)",
        "target": f"{name.severity} `{name.id}` is reached",
    }[name.kind]
    if name.tests and name.kind == "guard":
        words += f" if {', '.join(name.tests)}"
    return words + (f", counted from {name.since}" if name.since else "")


def _slack(end: End) -> str:
    return left(end.slack) if end.slack is not None else "never asked for"


def _example(found: Timed) -> str:
    if max(found.longest) >= FAR and min(found.longest) >= FAR:
        return ""
    return told(found, "UTC", "done")
