"""Which entries of an old list or mapping are meant by those of a new one."""

from collections.abc import Sequence
from typing import Any

from watchbill.model.shape import Fields, Shape

_ALIKE = 0.5


def aligned(old: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """For each new item the position of the old one that it is, moved or changed; None where it is new.

    What is equal is the same item, then what has the same `id`, then what has most fields in common.
    """
    found: list[int | None] = [None] * len(new)
    free = list(range(len(old)))
    for same in (_equal, _same_id):
        for place, item in enumerate(new):
            if found[place] is None:
                near = [spot for spot in free if same(old[spot], item)]
                if near:
                    found[place] = min(near, key=lambda spot: (spot != place, spot))
                    free.remove(found[place])  # type: ignore[arg-type]
    for place, item in enumerate(new):
        if found[place] is None:
            best = max(free, key=lambda spot: (alike(old[spot], item), -spot), default=None)
            if best is not None and alike(old[best], item) >= _ALIKE:
                found[place] = best
                free.remove(best)
    return found


def _equal(old: Any, new: Any) -> bool:
    return type(old) is type(new) and bool(old == new)


def _same_id(old: Any, new: Any) -> bool:
    if not isinstance(old, dict) or not isinstance(new, dict):
        return False
    return "id" in old and old["id"] == new.get("id")


def alike(old: Any, new: Any) -> float:
    """How much of two mappings is the same, 0 to 1; two that name different ids have nothing in common."""
    if not isinstance(old, dict) or not isinstance(new, dict) or "id" in old or "id" in new:
        return 0.0
    every = old.keys() | new.keys()
    same = sum(name in old and name in new and bool(old[name] == new[name]) for name in every)
    return same / max(1, len(every))


def arranged(old: Sequence[str], new: Sequence[str], shape: Shape | None) -> list[str]:
    """The names of a mapping that is changed: those that stay in their old order, each new one at its place.

    Its place is that of the kind; in a mapping with free names, that among the new ones.
    """
    named = list(shape.fields) if isinstance(shape, Fields) else list(new)
    order = {name: place for place, name in enumerate(named)}
    found = [name for name in old if name in new]
    for name in new:
        if name not in found:
            before = [
                spot
                for spot, other in enumerate(found)
                if order.get(other, len(order)) < order.get(name, len(order))
            ]
            found.insert(before[-1] + 1 if before else 0, name)
    return found
